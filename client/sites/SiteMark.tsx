import { useId } from 'react';
import type { StageSite } from '../../shared/stage/document.ts';
import { SITE_PAINT, type SitePattern } from '../../shared/stage/site-looks.ts';

/** What each pattern draws in white over its colour, on 16 by 16. */
const DRAWN: Record<SitePattern, string> = {
  plain: '',
  stripes: 'M-2 6 6 -2M2 14 14 2M10 18 18 10',
  dots: 'M5 5h.01M11 5h.01M5 11h.01M11 11h.01',
  grid: 'M5.5 0v16M10.5 0v16M0 5.5h16M0 10.5h16',
  bars: 'M0 4h16M0 8h16M0 12h16',
  ring: 'M8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6',
  cross: 'M8 3v10M3 8h10',
  half: 'M12 0v16',
};
const WIDTH: Partial<Record<SitePattern, number>> = { dots: 3, half: 8, cross: 2.6, ring: 2.2 };

/** A site's colour and pattern; its name always stands beside it. */
export function SiteMark({ site, size = 16 }: { site: Pick<StageSite, 'color' | 'pattern'>; size?: number }) {
  const clip = useId();
  return (
    <svg className="site-mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      <clipPath id={clip}>
        <rect width="16" height="16" rx="5" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="16" height="16" fill={SITE_PAINT[site.color]} />
        <path d={DRAWN[site.pattern]} fill="none" stroke="#fff" strokeWidth={WIDTH[site.pattern] ?? 1.7} strokeLinecap="round" />
      </g>
    </svg>
  );
}
