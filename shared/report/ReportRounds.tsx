import { formatNumber } from './formats.ts';
import type { Report } from './model.ts';
import { Bar } from './ReportGlance.tsx';
import type { ReportRound } from './rounds.ts';
import type { ReportTexts } from './texts.ts';

/** What was voted on and how it came out: a bar for each result, and the same with every site as a table; nothing where nobody voted. */
export function ReportRounds({ report, texts }: { report: Report; texts: ReportTexts }) {
  if (report.rounds.length === 0) return null;
  return (
    <section className="report-rounds">
      <h2>{texts.rounds.title}</h2>
      <p className="report-explained">{texts.rounds.explained}</p>
      {report.rounds.map((round) => (
        <section key={round.id} className="report-round">
          <h3 dir="auto">{round.question}</h3>
          <p className="report-round-facts">{round.facts.join(' · ')}</p>
          {round.items.length === 0 ? <p className="report-empty">{texts.rounds.nobody}</p> : <RoundTable round={round} report={report} texts={texts} />}
        </section>
      ))}
    </section>
  );
}

function RoundTable({ round, report, texts }: { round: ReportRound; report: Report; texts: ReportTexts }) {
  const most = Math.max(...round.items.map(({ votes }) => votes));
  const number = (value: number) => formatNumber(value, report.language);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls, by keyboard too (WCAG 2.2, 2.1.1)
    <div className="report-counts-frame" role="group" aria-label={round.question} tabIndex={0}>
      <table className="report-counts report-round-table">
        <thead>
          <tr>
            <th scope="col">{texts.rounds.rank}</th>
            <th scope="col" className="report-round-item">{texts.rounds.item}</th>
            <th scope="col">{texts.rounds.strength}</th>
            <th scope="col">{texts.rounds.breadth}</th>
            {round.sites.map((site) => (
              <th key={site} scope="col" dir="auto">
                {site || texts.noSite}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.items.map(({ rank, item, text, place, votes, breadth, bySite }) => (
            <tr key={item}>
              <td className="report-round-rank">{number(rank)}</td>
              <th scope="row">
                <span dir="auto">{text || texts.emptyNote}</span>
                {place !== '' && <span className="report-round-place">{place}</span>}
                {/* The number beside it says the same. */}
                <Bar share={votes / most} />
              </th>
              <td className="report-round-votes">{number(votes)}</td>
              <td>{number(breadth)}</td>
              {bySite.map((some, index) => (
                <td key={round.sites[index]}>{number(some)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {texts.rounds.voters}
            </th>
            <td>{number(round.people)}</td>
            <td>{round.breadth === null ? '–' : number(round.breadth)}</td>
            {round.voters.map((people, index) => (
              <td key={round.sites[index]}>{number(people)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
