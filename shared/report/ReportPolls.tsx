import { formatNumber } from './formats.ts';
import type { Report } from './model.ts';
import { Bar } from './ReportGlance.tsx';
import type { ReportTexts } from './texts.ts';

/** The quick questions and how they were answered; nothing where none was asked. */
export function ReportPolls({ report, texts }: { report: Report; texts: ReportTexts }) {
  if (report.polls.length === 0) return null;
  return (
    <section className="report-rounds">
      <h2>{texts.polls.title}</h2>
      <p className="report-explained">{texts.polls.explained}</p>
      <div className="report-polls">
        {report.polls.map(({ id, question, facts, answers, people }) => (
          <section key={id} className="report-poll">
            <h3 dir="auto">{question}</h3>
            <p className="report-round-facts">{facts.join(' · ')}</p>
            <table className="report-counts report-round-table">
              <thead className="report-hidden">
                <tr>
                  <th scope="col">{texts.polls.answer}</th>
                  <th scope="col">{texts.polls.answers}</th>
                </tr>
              </thead>
              <tbody>
                {answers.map(({ answer, count }, index) => (
                  // Two options may say the same.
                  // oxlint-disable-next-line react/no-array-index-key
                  <tr key={index}>
                    <th scope="row">
                      <span dir="auto">{answer}</span>
                      {/* The number beside it says the same. */}
                      <Bar share={people === 0 ? 0 : count / people} />
                    </th>
                    <td>{formatNumber(count, report.language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </section>
  );
}
