// What the API answers beside records (workbench/openapi.json).

import type { Incident } from './types';

export interface Join { member: string; with: string; score: number; reasons: string }
export interface Explanation { joins: Join[]; near_misses: (Join & { incident: string })[] }

export interface LogLine {
  id: number;
  kind: string;
  incident: string;
  field: string | null;
  value: unknown;
  replaced: unknown;
  by: string;
  when: string;
  reason: string;
  undoes: number | null;
  undone_by: number | null;
  lost: string[];
}
export interface Log { corrections: LogLine[] }
export interface Corrected { incidents: string[] }
export interface History { revisions: Incident[] }

export interface Job {
  job: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  read: number;
  coded: number;
  refused: { input: string; reason: string }[];
  error?: string;
}

export interface OutletRow {
  name: string;
  country: string | null;
  kind: string | null;
  home: string | null;
  reports: number;
  incidents: number;
}
export interface OutletMatter {
  incident: string;
  title: string;
  field?: string;
  value?: unknown;
  others?: unknown;
  outlets?: string[];
  lead_minutes?: number | null;
  lead_days?: number | null;
  report?: string;
  claim?: string;
}
export interface Outlet extends OutletRow {
  first: OutletMatter[];
  left_out: OutletMatter[];
  hedged: OutletMatter[];
  contradicted: OutletMatter[];
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
  grade: string;
}
export interface Brief {
  title: string;
  lead: string;
  in_brief: BriefLine[];
  left_out_of_brief: number;
  days: { title: string; countries: { title: string; entries: BriefEntry[] }[] }[];
  background: BriefLine[];
  unattributed: BriefLine[];
  sources: { outlet: string; title: string; date: string; date_inferred: boolean; uri: string }[];
}
export interface ExportFormat { format: string; name: string; loses: string }
export interface Suggestion { name: string; id?: string; country?: string; admin1?: string }
