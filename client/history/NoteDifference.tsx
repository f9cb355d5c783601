import { ArrowRight, CirclePlus, PenLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { inColumn, type Note } from '../../shared/board/index.ts';
import type { BoardAt, NoteAct, NoteChange } from '../../shared/history/compare.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useColumnName } from '../ui/useColumnName.ts';

const ICONS = { added: CirclePlus, changed: PenLine, moved: ArrowRight, removed: Trash2 } satisfies Record<NoteAct, unknown>;

/** What became of one note: in words, with what it said before and says after. */
export function NoteDifference({ change, before }: { change: NoteChange; before: BoardAt }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const { acts, parts } = change;
  const reworded = parts.includes('text');
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const others = parts.filter((part) => part !== 'text').map((part) => t(`compare.parts.${part}`));
  return (
    <li className={`history-change history-change-${acts[0]}`}>
      <p className="history-change-acts">
        {acts.map((act) => {
          const Icon = ICONS[act];
          return (
            <span key={act} className={`history-act history-act-${act}`}>
              <Icon aria-hidden size={15} />
              {t(`compare.acts.${act}`)}
            </span>
          );
        })}
      </p>
      {reworded ? (
        <>
          <Words label={t('compare.was')} note={change.before!} as="del" />
          <Words label={t('compare.is')} note={change.after!} as="ins" />
        </>
      ) : (
        <Words note={(change.after ?? change.before)!} />
      )}
      {others.length > 0 && <p className="history-change-facts">{t('compare.parts.only', { parts: list.format(others) })}</p>}
      {acts.includes('moved') && <MovedFrom note={change.before!} before={before} />}
    </li>
  );
}

function Words({ note, label, as: Tag = 'span' }: { note: Note; label?: string; as?: 'del' | 'ins' | 'span' }) {
  const { t } = useTranslation('history');
  return (
    <p className={`history-words history-words-${Tag}`} dir="auto" lang={note.language}>
      {label && <span className="history-words-label">{label}</span>}
      <Tag>{note.text || t('compare.emptyNote')}</Tag>
    </p>
  );
}

function MovedFrom({ note: { placement }, before }: { note: Note; before: BoardAt }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const columnName = useColumnName();
  const placeOf = (): string => {
    if (!inColumn(placement)) return t('compare.outside');
    const approach = before.stage.approaches.find(({ id }) => id === placement.approach);
    const column = approach?.columns.find(({ id }) => id === placement.column);
    if (!approach || !column) return t('compare.gone');
    const name = `${approachTexts(approach, language).title} · ${columnName(column)}`;
    const group = before.groups.find(({ id }) => id === placement.group);
    return group ? t('compare.inGroup', { column: name, group: group.title || t('compare.untitledGroup') }) : name;
  };
  return <p className="history-change-facts">{t('compare.movedFrom', { place: placeOf() })}</p>;
}
