/** The colours of sites. Each has at least 3:1 against both grounds and carries its pattern in white (WCAG 2.2, 1.4.11). */
export const SITE_COLORS = ['teal', 'berry', 'blue', 'rust', 'violet', 'moss', 'red', 'slate'] as const;

/** The patterns of sites: who does not tell the colours apart tells these. */
export const SITE_PATTERNS = ['plain', 'stripes', 'dots', 'grid', 'bars', 'ring', 'cross', 'half'] as const;

export type SiteColor = (typeof SITE_COLORS)[number];
export type SitePattern = (typeof SITE_PATTERNS)[number];

export const SITE_PAINT: Record<SiteColor, string> = {
  teal: '#14807a',
  berry: '#b03a6d',
  blue: '#2f76c4',
  rust: '#b3541f',
  violet: '#7a5ac0',
  moss: '#5e7d1c',
  red: '#c24a3b',
  slate: '#5b7594',
};
