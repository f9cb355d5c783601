import type * as Y from 'yjs';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Language } from '../languages.ts';
import { TEMPLATE_VERSION, TEMPLATES, type TemplateId } from '../templates/index.ts';
import type { z } from '../zod.ts';
import { readRules, type Agenda } from './agenda.ts';
import { seedAgenda } from './edit-agenda.ts';
import { readDesks, type DeskNews } from './desks.ts';
import { putApproach } from './edit-structure.ts';
import { readLead, type Lead } from './lead.ts';
import { readCurrentPoll, type Poll } from './polls.ts';
import { metaRecord, participantRecord, plainFields, readAll, stageTypes } from './records.ts';
import { lateComersRead } from './readers.ts';
import { readScribes } from './scribes.ts';
import { readSites, type StageSite } from './sites.ts';
import { readRounds, type Round } from './rounds.ts';
import { readStructure, type RemovedParts, type StageApproach } from './structure.ts';
import { readTimer, type Timer } from './timer.ts';
import { STAGE_SCHEMA_VERSION } from './version.ts';

export type { StageSite } from './sites.ts';
export type { RemovedParts, StageApproach, StageColumn, StagePrompt } from './structure.ts';
export { isMember } from './records.ts';
export { isNewerStage, STAGE_SCHEMA_VERSION } from './version.ts';

/** What a board is: its title, the workshop it serves, the template it was seeded from. */
export type StageMeta = z.infer<typeof metaRecord>;
export type StageParticipant = z.infer<typeof participantRecord>;

/** The stage as everybody reads it: plain values, approaches from left to right. */
export interface Stage {
  /** `null` until the document has arrived. */
  meta: StageMeta | null;
  /** Whether only facilitators may change notes now. */
  locked: boolean;
  approaches: StageApproach[];
  removed: RemovedParts;
  agenda: Agenda;
  timer: Timer | null;
  lead: Lead;
  /** The quick poll that is before everybody. */
  poll: Poll | null;
  /** Until when notes are collected, in milliseconds since 1970; `null` where there is no such date. */
  collectingUntil: number | null;
  /** Participants who only read, whatever the step allows. */
  readers: ReadonlySet<string>;
  desks: DeskNews;
  /** The newest last. */
  rounds: Round[];
  participants: Map<string, StageParticipant>;
  sites: Map<string, StageSite>;
  /** Whether participants who join from now on only read. */
  lateComersRead: boolean;
  /** Participants who write for a room. */
  scribes: ReadonlySet<string>;
}

/** Puts a template on an empty stage. Done once, by the server, when the board is made. */
export function seedStage(
  doc: Y.Doc,
  board: { title: string; workshop: string; template: TemplateId; language: Language; createdAt: number; anonymous?: boolean | undefined },
): void {
  const approaches = TEMPLATES[board.template];
  const orders = generateNKeysBetween(null, null, approaches.length);
  doc.transact(() => {
    const meta: StageMeta = { schemaVersion: STAGE_SCHEMA_VERSION, templateVersion: TEMPLATE_VERSION, ...board, anonymous: board.anonymous ?? false };
    for (const [key, value] of Object.entries(meta)) stageTypes(doc).meta.set(key, value);
    approaches.forEach((approach, index) => putApproach(doc, { id: approach.id, order: orders[index]! }, approach));
    seedAgenda(doc, board.template);
  });
}

/** Writes who somebody is, when they join or change their name. Only the server calls it. */
export function putParticipant(doc: Y.Doc, participant: StageParticipant): void {
  stageTypes(doc).participants.set(participant.id, participant);
}

/** Locks the board for participants, or unlocks it. Only facilitators call it. */
export function setLocked(doc: Y.Doc, locked: boolean): void {
  stageTypes(doc).meta.set('locked', locked);
}

/** Reads the stage; a record that does not parse is left out and kept in the document. */
export function readStage(doc: Y.Doc): Stage {
  const types = stageTypes(doc);
  return {
    meta: types.meta.size === 0 ? null : metaRecord.parse(plainFields(types.meta)),
    ...readRules(doc),
    timer: readTimer(doc),
    lead: readLead(doc),
    poll: readCurrentPoll(doc),
    ...readStructure(doc),
    participants: byId(readAll(types.participants, participantRecord, ({ id }) => id)),
    lateComersRead: lateComersRead(doc),
    sites: byId(readSites(doc)),
    scribes: readScribes(doc),
    desks: readDesks(doc),
    rounds: readRounds(doc),
  };
}

/** The sites to choose from: all but those whose people have all been removed. */
export function peopledSites({ sites, participants }: Stage): StageSite[] {
  const people = [...participants.values()];
  return [...sites.values()].filter(({ id }) => {
    const there = people.filter(({ site }) => site === id);
    return there.length === 0 || there.some(({ removed }) => !removed);
  });
}

function byId<T extends { id: string }>(values: T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
