// Corrections as the API takes them (docs/corrections.md), and as people read them.

import { post } from '../api/client';
import type { Corrected, LogLine } from '../api/answers';
import { title, value as inWords } from '../ui/words';

/** `revision`: that of the record that was looked at; one that changed meanwhile is refused. */
export type Correction =
  | { action: 'correct'; incident: string; field: string; value: string; reason: string; revision: number }
  | { action: 'merge'; incident: string; others: string[]; reason: string }
  | { action: 'split'; incident: string; others: string[]; reason: string; revision: number }
  | { action: 'reject'; incident: string; reason: string }
  | { action: 'undo'; number: number | null; reason: string };

export function send(correction: Correction, user: string): Promise<Corrected> {
  return post<Corrected>('/corrections', user ? { ...correction, user } : correction);
}

export const kForms: Record<string, { hint: string; choices?: readonly string[] }> = {
  type: {
    hint: '',
    choices: [
      'battle', 'shelling', 'air_strike', 'drone_attack', 'bombing', 'suicide_bombing', 'armed_attack',
      'assassination', 'kidnapping', 'hijacking', 'arson', 'robbery', 'raid', 'arrest', 'seizure', 'strike',
      'sexual_violence', 'chemical_attack', 'protest', 'riot', 'work_stoppage',
    ],
  },
  outcome: { hint: '', choices: ['completed', 'intercepted', 'foiled', 'failed', 'threatened', 'planned'] },
  phase: { hint: '', choices: ['new', 'background'] },
  damage: { hint: '', choices: ['none', 'minor', 'major', 'unknown'] },
  when: { hint: '2024-10-14 · 2024-10-14 night · 2024-10 · 2024-10-14/2024-10-16 · unknown' },
  where: { hint: 'A name (Mosul · Paris, Texas), a point (36.34,43.13) or an id (geonames:99072)' },
  perpetrators: { hint: 'Names parted by “;”, with a status where it is not “reported”: ISIS (claimed); none' },
  killed: { hint: '5 · 5+ (at least) · 3-7 · 3/5/7 (low, best, high) · unknown' },
  wounded: { hint: '5 · 5+ (at least) · 3-7 · 3/5/7 (low, best, high) · unknown' },
  abducted: { hint: '5 · 5+ (at least) · 3-7 · 3/5/7 (low, best, high) · unknown' },
};

const kDid: Record<string, string> = {
  merge: 'merged', split: 'split', reject: 'rejected', undo: 'took back',
};

/** "set killed to 5", "merged", "took back no. 4". */
export function whatWasDone(line: LogLine): string {
  if (line.kind === 'undo') return `took back no. ${line.undoes ?? '?'}`;
  if (line.kind !== 'correct') return kDid[line.kind] ?? line.kind;
  return `set ${title(line.field).toLowerCase()} to ${inWords(line.field, line.value)}`;
}

export function whatItReplaced(line: LogLine): string {
  return line.kind === 'correct' ? `was ${inWords(line.field, line.replaced)}` : '';
}
