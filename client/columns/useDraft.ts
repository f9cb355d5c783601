import { useState } from 'react';
import { useSession } from '../session/hooks.ts';
import { inTab, keep, recall } from '../session/storage.ts';

/** What is typed and not yet on the board, kept in this tab so that a reload loses nothing. */
export function useDraft(name: string): [string, (text: string) => void] {
  const { board } = useSession();
  const [text, setText] = useState(() => recall(inTab, draftKey(board, name)) ?? '');
  return [
    text,
    (next) => {
      keep(inTab, draftKey(board, name), next);
      setText(next);
    },
  ];
}

/** Whether something was typed there and not sent. */
export function hasDraft(board: string, name: string): boolean {
  return recall(inTab, draftKey(board, name)) !== null;
}

function draftKey(board: string, name: string): string {
  return `plenary.draft/${board}/${name}`;
}
