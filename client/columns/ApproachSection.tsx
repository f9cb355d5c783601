import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { ApproachMenu } from '../structure/StructureMenus.tsx';
import { Column } from './Column.tsx';
import { headId } from './jump.ts';
import { listOf, notesOf, type Lists } from './lists.ts';
import { Remembered } from './Remembered.tsx';

/** One approach: what it asks, how it helps, its columns, and what to read further. */
export function ApproachSection({ approach, lists }: { approach: StageApproach; lists: Lists }) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const { board } = useSession();
  const texts = approachTexts(approach, language);
  const head = headId(approach.id);
  const key = (column: string) => columnKey(approach.id, column);
  const count = approach.columns.reduce((sum, column) => sum + notesOf(lists, key(column.id)).length, 0);
  return (
    <section className="columns-approach" data-approach={approach.id} aria-labelledby={head}>
      <header className="columns-approach-head">
        <div className="columns-approach-title">
          <h2 id={head} tabIndex={-1}>
            {texts.title}
          </h2>
          <ApproachMenu id={approach.id} stacked />
          <p className="columns-total">{t('notes', { count })}</p>
        </div>
        {texts.question && <p className="columns-question">{texts.question}</p>}
        {(texts.useWhen || texts.watchFor) && (
          <Remembered name={`${board}/${approach.id}/about`} summary={t('about.summary')}>
            <div className="columns-about">
              {texts.summary && <p className="columns-about-summary">{texts.summary}</p>}
              <dl>
                {texts.useWhen && (
                  <div>
                    <dt>{t('about.useWhen')}</dt>
                    <dd>{texts.useWhen}</dd>
                  </div>
                )}
                {texts.watchFor && (
                  <div>
                    <dt>{t('about.watchFor')}</dt>
                    <dd>{texts.watchFor}</dd>
                  </div>
                )}
              </dl>
            </div>
          </Remembered>
        )}
      </header>
      <div className="columns-row">
        {approach.columns.map((column) => (
          <Column key={column.id} approach={approach} column={column} ids={listOf(lists, key(column.id))} groups={lists.groups} />
        ))}
      </div>
      {approach.materials.length > 0 && (
        <Remembered
          name={`${board}/${approach.id}/materials`}
          className="columns-materials"
          summary={t('materials', { count: approach.materials.length })}
        >
          <ul>
            {approach.materials.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Remembered>
      )}
    </section>
  );
}
