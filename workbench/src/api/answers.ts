// What the API answers beside records (workbench/openapi.json).

import type { Incident } from './types';

export interface Join { member: string; with: string; score: number; reasons: string }
export interface Explanation { joins: Join[]; near_misses: (Join & { incident: string })[] }

export interface LogLine {
  id: number;
  kind: string;
  incident: string;
  field: string;
  value: unknown;
  replaced: unknown;
  by: string;
  when: string;
  reason: string | null;
  undoes: number | null;
  undone_by: number | null;
  lost: string[];
}
export interface Log { log: LogLine[] }
export interface Corrected { incidents: string[] }
export interface History { incident: string; revision: number; history: Incident[] } // those before the present one

export interface Job {
  id: string;
  state: 'queued' | 'reading' | 'adding' | 'waiting' | 'done' | 'failed';
  read: number;
  coded: number;
  added: number;
  known: number;
  revised: number;
  refusals: number;
  refused: { input: string; reason: string }[]; // the first of them
  incidents: string[];
  reason: string | null; // why it failed, or what it waits for
}

export interface OutletRow {
  name: string;
  country: string | null;
  kind: string | null;
  home: string | null;
  reports: number;
  incidents: number;
}
export interface FirstReport {
  incident: string;
  report: string;
  next_outlet: string | null;
  next_report: string;
  lead_minutes: number | null;
  lead_days: number;
}
export interface LeftOut { incident: string; field: string; value: unknown; outlets: string[]; claim: string }
export interface Hedged extends LeftOut { certainty: string; plain_claim: string }
export interface Contradicted {
  incident: string;
  field: string;
  kind: string;
  value: unknown;
  others_value: unknown;
  claims: string[];
  others_claims: string[];
  outlets: string[];
}
export interface Outlet extends OutletRow {
  first: FirstReport[];
  left_out: LeftOut[];
  hedged: Hedged[];
  contradicted: Contradicted[];
}

export interface BriefLine { text: string; refs: number[] }
export interface BriefEntry {
  id: string;
  headline: BriefLine;
  details: BriefLine[];
  quotes: (BriefLine & { who: string })[];
  disputes: { title: string; positions: BriefLine[] }[];
  corrections: string[];
  growth: BriefLine[];
  grade: string | null;
}
export interface Brief {
  title: string;
  lead: string;
  in_brief: BriefLine[];
  left_out_of_brief: number;
  days: { title: string; countries: { title: string | null; entries: BriefEntry[] }[] }[];
  background: BriefLine[];
  unattributed: BriefLine[];
  sources: { outlet: string; title: string | null; date: string | null; date_inferred: boolean; uri: string | null }[];
}
export interface ExportFormat { format: string; name: string; loses: string }
export interface Suggestion {
  name: string;
  value?: string; // what to write for it
  country: string | null;
  admin1?: string | null;
}
export interface Version {
  version: number;
  current: boolean;
  title: string | null;
  published: string | null;
  changes: { kind: string; before: string | null; after: string | null }[];
}
