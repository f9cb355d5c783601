import { useTranslation } from 'react-i18next';
import { knownReactions, REACTION_KINDS, type Note } from '../../shared/board/index.ts';
import { ReactionSign } from '../../shared/report/ReactionSign.tsx';
import { useSession, useStage } from '../session/hooks.ts';
import { usePersonNames } from './names.ts';
import { useTalk } from './useTalk.ts';

/** All reactions to choose from, and who chose which. */
export function ReactionsPart({ note, active }: { note: Note; active: boolean }) {
  const { t } = useTranslation('note');
  const session = useSession();
  const { participants } = useStage();
  const { listOf } = usePersonNames();
  const { react } = useTalk(note.id);
  const reactions = knownReactions(note.reactions, participants);
  const reads = session.role === 'viewer';
  if ((reads || session.isAnonymous()) && reactions.length === 0) return null;
  return (
    <section className="note-details-part">
      <h3>{t('react.title')}</h3>
      {!reads && (
        <div className="reaction-row">
          {REACTION_KINDS.map((kind) => {
            const ids = reactions.find((reaction) => reaction.kind === kind)?.participants ?? [];
            const label = ids.length > 0 ? t('react.by', { kind: t(`kinds.${kind}`), number: ids.length, names: listOf(ids) }) : t('react.none', { kind: t(`kinds.${kind}`) });
            return (
              <button
                key={kind}
                type="button"
                className="reaction-choose"
                aria-label={label}
                title={label}
                aria-pressed={session.participant !== null && ids.includes(session.participant)}
                disabled={!active}
                onClick={() => react(kind)}
              >
                <ReactionSign kind={kind} size={24} />
                <span aria-hidden>{ids.length || ''}</span>
              </button>
            );
          })}
        </div>
      )}
      {reactions.length > 0 && (
        <ul className="reaction-who">
          {reactions.map(({ kind, participants: ids }) => (
            <li key={kind}>
              <ReactionSign kind={kind} size={16} />
              <span className="visually-hidden">{t(`kinds.${kind}`)}</span>
              <span dir="auto">{listOf(ids)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
