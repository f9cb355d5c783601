import './votes.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announce.tsx';
import { useLastCounted } from './hooks.ts';

interface SortByVotesProps {
  sorted: boolean;
  onChange: (sorted: boolean) => void;
}

/** Over the columns, once a vote was counted: in which order this reader sees the notes. */
export function SortByVotes({ sorted, onChange }: SortByVotesProps) {
  const { t } = useTranslation('votes');
  const round = useLastCounted();
  const id = useId();
  if (!round) return null;
  return (
    <p className="votes-sort">
      <label htmlFor={id}>{t('sort.label')}</label>
      <select
        id={id}
        className="input"
        value={sorted ? 'votes' : 'board'}
        onChange={(event) => {
          const next = event.target.value === 'votes';
          onChange(next);
          announce(t(next ? 'sort.nowVotes' : 'sort.nowBoard'));
        }}
      >
        <option value="board">{t('sort.board')}</option>
        <option value="votes">{t('sort.votes', { question: round.terms.question })}</option>
      </select>
    </p>
  );
}
