// The records of the output contract (docs/coding.md, docs/incident.md) and what the API adds to them.

export interface Span { report: string; start: number; end: number; text: string }
export interface Quantity { low: number | null; best: number | null; high: number | null; text: string | null }
export interface When {
  start: string | null;
  end: string | null;
  precision: string;
  part_of_day: string | null;
  basis: string;
}
export interface Where {
  name: string | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  admin1: string | null;
  precision: string;
  gazetteer_id: string | null;
}
export interface Party { name: string | null; actor_id: string | null; kind: string; nation: string | null }
export interface Perpetrator extends Party { status: string; by?: string[]; mentions?: Span[] }
export interface Thing {
  name: string | null;
  description: string | null;
  kind: string | null;
  nation: string | null;
  count: Quantity;
  effect?: string;
  mentions: Span[];
}
export interface Speaker extends Party { role?: string | null }
export interface Claim {
  id: string;
  field: string;
  value: unknown;
  polarity: string;
  certainty: string;
  speaker: Speaker | null;
  evidence: Span;
  why: string | null;
}
export interface ReportRef {
  id: string;
  uri: string;
  outlet: string;
  title: string;
  published: When | null;
}
export interface Position { value: unknown; reports: string[]; claims: string[] }
export interface Disagreement { field: string; kind: string; positions: Position[] }
export interface TollStep {
  published: string | null;
  time: string | null;
  value: Quantity;
  reports: string[];
  sources: number;
}
export interface Source { name: string; reports: string[]; reasons: string[] }
export interface Grading { grade: string | null; reasons: string[] }
export interface CorrectionInForce {
  id: number;
  kind: string;
  field: string;
  value: unknown;
  replaced: unknown;
  by: string;
  when: string;
  reason: string;
}
export interface Incident {
  id: string;
  type: string;
  phase: string;
  outcome: string;
  when: When;
  where: Where;
  perpetrators: Perpetrator[];
  instruments: Thing[];
  physical_targets: Thing[];
  human_targets: Thing[];
  killed: Quantity;
  wounded: Quantity;
  abducted: Quantity;
  damage: string | null;
  summary: string;
  reports: ReportRef[];
  independent_sources: number;
  sources: Source[];
  confidence: number;
  grade: { record: Grading; attribution: Grading };
  claims: Claim[];
  disagreements: Disagreement[];
  toll_history: Record<string, TollStep[]>;
  codes: Record<string, unknown>;
  revision: number;
  merged_from: string[];
  corrections: CorrectionInForce[];
  background: string[];
  recalls: string[];
  members: string[];
}

export interface Session {
  version: string;
  ledger: string;
  incidents: number;
  reports: number;
  revision: string;
  writable: boolean;
  user: string | null;
  asks_for_token: boolean;
  named_by_token: boolean; // the name is not the user's to choose
  knowledge: string;
}
export interface CodedEvent {
  id: string;
  type: string;
  phase: string;
  triggers: Span[];
  perpetrator_individuals: Perpetrator[];
  perpetrator_organizations: Perpetrator[];
  instruments: Thing[];
  physical_targets: Thing[];
  human_targets: Thing[];
  claims: Claim[];
}
export interface Coding {
  report: ReportRef & {
    byline: string | null;
    language: string;
    published_minute?: number | null;
    dateline?: string | null;
  };
  text: string;
  times: Span[];
  places: Span[];
  events: CodedEvent[];
  incidents: string[];
  copies_of: string | null;
}
