import { useTranslation } from 'react-i18next';
import type { ActionOwner, ReactionKind } from '../../shared/board/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import * as talk from '../session/talk.ts';
import { announce } from '../ui/announce.tsx';
import { tellDay } from './days.ts';
import { usePersonNames } from './names.ts';

/** The acts of talking about one note: each is done and said in words. */
export function useTalk(id: string) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const session = useSession();
  const { ownerOf } = usePersonNames();
  return {
    react(kind: ReactionKind) {
      const stands = talk.react(session, id, kind);
      announce(t(stands ? 'react.did' : 'react.undid', { kind: t(`kinds.${kind}`) }));
    },
    say(text: string): boolean {
      const said = talk.say(session, id, text, language);
      if (said) announce(t('comments.added'));
      return said;
    },
    change(comment: string, text: string) {
      talk.changeComment(session, id, comment, text);
      announce(t('comments.changed'));
    },
    remove(comment: string) {
      talk.removeComment(session, id, comment);
      announce(t('comments.deleted'));
    },
    tag(is: boolean) {
      talk.tag(session, [id], is);
      announce(t(is ? 'action.made' : 'action.unmade', { count: 1 }));
    },
    assign(owner: ActionOwner | null) {
      talk.assign(session, id, owner);
      announce(owner ? t('action.saidOwner', { name: ownerOf(owner) }) : t('action.saidNoOwner'));
    },
    schedule(due: string | null) {
      talk.schedule(session, id, due);
      announce(due ? t('action.saidDue', { date: tellDay(due, language) }) : t('action.saidNoDue'));
    },
    tick(done: boolean) {
      talk.tick(session, id, done);
      announce(t(done ? 'action.saidDone' : 'action.saidOpen'));
    },
  };
}
