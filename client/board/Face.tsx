import { useStage, type Person } from '../session/hooks.ts';
import { personColor } from '../ui/person-color.ts';

/** A person's initials in their colour; their name always stands beside it or is spoken. */
export function Face({ person }: { person: Pick<Person, 'participant' | 'name'> }) {
  const { participants } = useStage();
  return (
    <span className="board-face" aria-hidden style={{ background: personColor(participants, person.participant) }}>
      {initials(person.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}
