import type { TFunction } from 'i18next';
import { Camera, Clock, CornerUpLeft, Eraser, Eye, Flag, Lock, RotateCcw, Trash2, type LucideIcon } from 'lucide-react';
import type { Language } from '../../shared/languages.ts';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import type { SnapshotCause } from '../../shared/protocol/history.ts';
import { LOCALES } from '../../shared/report/formats.ts';
import { localZone } from '../ui/zone.ts';

export const CAUSE_ICONS = {
  saved: Camera,
  activity: Clock,
  removal: Trash2,
  clearing: Eraser,
  reveal: Eye,
  breakout: CornerUpLeft,
  restore: RotateCcw,
  takeback: RotateCcw,
  lock: Lock,
  close: Flag,
} satisfies Record<SnapshotCause, LucideIcon>;

/** What a moment is called: its title, or why it was kept. */
export function momentName({ cause, title }: SnapshotInfo, t: TFunction<'history'>): string {
  if (cause === 'saved') return title || t('cause.saved');
  if (cause === 'restore' && title === '') return t('cause.restoreUntitled');
  return t(`cause.${cause}`, { title });
}

export function dayOf(time: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: localZone() }).format(time);
}

export function timeOf(time: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit', timeZone: localZone() }).format(time);
}

/** When a moment was, short enough for a list to choose from. */
export function whenOf(time: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: localZone() }).format(time);
}
