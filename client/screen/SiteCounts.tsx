import { useStage } from '../session/hooks.ts';
import { SiteMark } from '../sites/SiteMark.tsx';

/** A number for each site, large enough for a room. @param counts by site id; sites without one are left out */
export function SiteCounts({ counts, label }: { counts: Readonly<Record<string, number>>; label: string }) {
  const { sites } = useStage();
  const known = [...sites.values()].filter(({ id }) => (counts[id] ?? 0) > 0);
  return (
    <ul className="screen-counts" aria-label={label}>
      {known.map((site) => (
        <li key={site.id}>
          <SiteMark site={site} size={40} />
          <span>{site.name}</span>
          <b>{counts[site.id]}</b>
        </li>
      ))}
    </ul>
  );
}
