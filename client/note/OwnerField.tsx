import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionOwner } from '../../shared/board/index.ts';
import { ACTION_OWNER_LIMIT } from '../../shared/protocol/limits.ts';
import { useStage } from '../session/hooks.ts';
import { TextField } from '../ui/TextField.tsx';
import { usePersonNames } from './names.ts';

interface OwnerFieldProps {
  owner: ActionOwner | null;
  onChange: (owner: ActionOwner | null) => void;
}

/**
 * Who sees to an action: the people of the board are offered, any other name will do. What is typed
 * is put on the board as one act, when the field is left.
 */
export function OwnerField({ owner, onChange }: OwnerFieldProps) {
  const { t } = useTranslation('note');
  const { participants } = useStage();
  const { ownerOf } = usePersonNames();
  const shown = ownerOf(owner);
  /** `null`: the field shows what is on the board. */
  const [draft, setDraft] = useState<string | null>(null);
  const people = [...participants.values()].filter(({ removed }) => !removed);

  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const name = draft.trim();
    if (name !== shown) onChange(name === '' ? null : ownerNamed(name, people));
  };
  const latest = useRef(commit);
  useLayoutEffect(() => {
    latest.current = commit;
  });
  useEffect(() => () => latest.current(), []);

  return (
    <TextField
      label={t('action.owner')}
      hint={t('action.ownerHint')}
      value={draft ?? shown}
      maxLength={ACTION_OWNER_LIMIT}
      autoComplete="off"
      dir="auto"
      suggestions={[...new Set(people.map(({ name }) => name))].sort((a, b) => a.localeCompare(b))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && commit()}
    />
  );
}

/** The one person on the board of that name; where there is none, or two, the name itself. */
function ownerNamed(name: string, people: readonly { id: string; name: string }[]): ActionOwner {
  const same = people.filter((person) => person.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  return same.length === 1 ? { participant: same[0]!.id } : { name };
}
