import { useEffect, useMemo, useState } from 'react';
import { usePresence, useSession, useStage } from '../session/hooks.ts';
import { readPeers, setPresence } from '../session/people.ts';
import { inTab, keep, recall } from '../session/storage.ts';

/* Answers are shown like hands: they live in presence, and one's own is told again after a reload. */

/** What everybody who is here answers, by participant; of somebody with several pages the last read counts. */
export function useAnswers(poll: string): ReadonlyMap<string, number> {
  const { awareness, participant } = useSession();
  const { readers } = useStage();
  const text = usePresence(() => {
    const given = readPeers(awareness).flatMap((peer) =>
      peer.participant !== null && peer.answer?.poll === poll ? [[peer.participant, peer.answer.option] as const] : [],
    );
    const own = (awareness.getLocalState() as { answer?: { poll: string; option: number } | null } | null)?.answer;
    if (participant !== null && own?.poll === poll) given.push([participant, own.option]);
    return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return useMemo(
    () => new Map((JSON.parse(text) as [string, number][]).filter(([id]) => !readers.has(id))),
    [text, readers],
  );
}

/** One's own answer, the index of an option; `null` for none. */
export function useOwnAnswer(poll: string): [number | null, (option: number | null) => void] {
  const { awareness, board } = useSession();
  const key = `plenary.answer/${board}/${poll}`;
  const [answer, setAnswer] = useState<number | null>(() => {
    const kept = recall(inTab, key);
    return kept === null ? null : Number(kept);
  });
  useEffect(() => {
    setPresence(awareness, { answer: answer === null ? null : { poll, option: answer } });
  }, [awareness, poll, answer]);
  useEffect(() => () => setPresence(awareness, { answer: null }), [awareness]);
  return [
    answer,
    (option) => {
      keep(inTab, key, option === null ? '' : String(option));
      setAnswer(option);
    },
  ];
}
