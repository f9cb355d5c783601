import { useTranslation } from 'react-i18next';
import { knownReactions, type Note } from '../../shared/board/index.ts';
import { ReactionSign } from '../../shared/report/ReactionSign.tsx';
import { useSession, useStage } from '../session/hooks.ts';
import { usePersonNames } from './names.ts';
import { useTalk } from './useTalk.ts';

/** The reactions a note has, each with its number and, as its name, with who reacted; whoever may react joins in by a press. */
export function ReactionChips({ note, mayReact }: { note: Note; mayReact: boolean }) {
  const { t } = useTranslation('note');
  const { participant } = useSession();
  const { participants } = useStage();
  const { listOf } = usePersonNames();
  const { react } = useTalk(note.id);
  const reactions = knownReactions(note.reactions, participants);
  if (reactions.length === 0) return null;
  return (
    <ul className="reaction-chips" aria-label={t('react.title')}>
      {reactions.map(({ kind, participants: ids }) => {
        const label = t('react.by', { kind: t(`kinds.${kind}`), number: ids.length, names: listOf(ids) });
        const inside = (
          <>
            <ReactionSign kind={kind} size={17} />
            <span aria-hidden>{ids.length}</span>
          </>
        );
        return (
          <li key={kind}>
            {mayReact ? (
              <button
                type="button"
                className="reaction-chip"
                aria-label={label}
                title={label}
                aria-pressed={participant !== null && ids.includes(participant)}
                onClick={() => react(kind)}
              >
                {inside}
              </button>
            ) : (
              <span className="reaction-chip" title={label}>
                {inside}
                <span className="visually-hidden">{label}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
