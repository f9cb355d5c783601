import { formatNumber } from './formats.ts';
import type { Report } from './model.ts';
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
          <p className="report-round-facts">
            {texts.rounds.ended(round.moment)} · {texts.rounds.voted(round.people)}
          </p>
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
    <table className="report-table report-round-table">
      <thead>
        <tr>
          <th scope="col">{texts.rounds.item}</th>
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
        {round.items.map(({ item, text, votes, breadth, bySite }) => (
          <tr key={item}>
            <th scope="row" dir="auto">
              {text || texts.emptyNote}
              {/* The number beside it says the same. */}
              <span className="report-round-bar" aria-hidden="true" style={{ width: `${(votes / most) * 100}%` }} />
            </th>
            <td>{number(votes)}</td>
            <td>{number(breadth)}</td>
            {bySite.map((some, index) => (
              <td key={round.sites[index]}>{number(some)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
