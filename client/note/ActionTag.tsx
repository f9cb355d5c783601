import { CircleCheckBig, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../shared/board/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { tellDay, today } from './days.ts';
import { usePersonNames } from './names.ts';

/** Marks an action by a sign and a word, with who sees to it and by when. */
export function ActionTag({ action }: { action: Action }) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const { ownerOf } = usePersonNames();
  const Icon = action.done ? CircleCheckBig : Flag;
  const facts = [ownerOf(action.owner), action.due && tellDay(action.due, language, 'short')].filter(Boolean).join(' · ');
  return (
    <span className={action.done ? 'action-tag action-tag-done' : 'action-tag'}>
      <Icon aria-hidden size={13} strokeWidth={2.4} />
      <strong>{t(action.done ? 'action.done' : 'action.tag')}</strong>
      {facts && <span className="action-tag-facts">{facts}</span>}
      {isOverdue(action) && <em>{t('action.overdue')}</em>}
    </span>
  );
}

/** Whether its day has passed and it is not done. */
export function isOverdue({ due, done }: Action): boolean {
  return !done && due !== null && due < today();
}
