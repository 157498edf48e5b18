// What the claims of an incident say for each field, put in order for people.

import type { Claim, Incident, ReportRef } from '../api/types';
import { kFields, type FieldName } from '../ui/palette';
import { party, place, quantity, thing, title, value as inWords, words } from '../ui/words';
import { formatWhen } from '../ui/dates';

export interface Fact {
  field: FieldName;
  value: string;
  precision: string; // how exactly it is known, in words
  outlets: string[]; // that say so in some form
  claims: Claim[];
  disputed: boolean;
  corrected: { by: string; reason: string; replaced: string } | null;
}

const kDateWords: Record<string, string> = {
  hour: 'to the hour', part_of_day: 'to a part of the day', day: 'to the day', week: 'to the week',
  month: 'to the month', year: 'to the year', unknown: 'not known',
};
const kPlaceWords: Record<string, string> = {
  exact: 'the spot', near: 'near it', city: 'the town', admin1: 'the province only',
  country: 'the country only', unknown: 'not known',
};

function valueOf(incident: Incident, field: FieldName): string {
  switch (field) {
    case 'when':
      return formatWhen(incident.when);
    case 'where':
      return place(incident.where) || 'not known';
    case 'perpetrators':
      return incident.perpetrators.map((one) => `${party(one)} (${words(one.status)})`).join('; ') || 'nobody named';
    case 'instruments':
    case 'physical_targets':
    case 'human_targets':
      return incident[field].map(thing).join('; ') || 'not said';
    case 'killed':
    case 'wounded':
    case 'abducted':
      return quantity(incident[field]) || (incident[field].text ? `“${incident[field].text}”` : 'not said');
    case 'type':
      return title(incident.type);
    default:
      return incident[field] ? words(incident[field]) : 'not said';
  }
}

function precisionOf(incident: Incident, field: FieldName): string {
  if (field === 'when') {
    const { precision, basis } = incident.when;
    const how = basis === 'stated' || precision === 'unknown' ? '' : `, ${basis}`;
    return (kDateWords[precision] ?? precision) + how;
  }
  if (field === 'where') return kPlaceWords[incident.where.precision] ?? incident.where.precision;
  if (field === 'killed' || field === 'wounded' || field === 'abducted') {
    const { low, high } = incident[field];
    if (low === null && high === null) return '';
    return low === high ? 'exact' : high === null ? 'lowest number' : 'range of the reports';
  }
  return '';
}

export function outletOf(reports: Map<string, ReportRef>, claim: Claim): string {
  return reports.get(claim.evidence.report)?.outlet || 'unknown outlet';
}

export function reportsOf(incident: Incident): Map<string, ReportRef> {
  return new Map(incident.reports.map((report) => [report.id, report]));
}

export function facts(incident: Incident): Fact[] {
  const reports = reportsOf(incident);
  return kFields.map((field) => {
    const claims = incident.claims.filter((claim) => claim.field === field);
    const made = incident.corrections.findLast((one) => one.field === field);
    return {
      field,
      value: valueOf(incident, field),
      precision: precisionOf(incident, field),
      outlets: [...new Set(claims.map((claim) => outletOf(reports, claim)))],
      claims,
      disputed: incident.disagreements.some((one) => one.field === field && one.kind !== 'update'),
      corrected: made ? { by: made.by, reason: made.reason, replaced: inWords(field, made.replaced) } : null,
    };
  });
}

export interface Voice { name: string; role: string; claims: Claim[] }

/** Claims by who says it; what an outlet says in its own voice goes by the outlet's name. */
export function voices(incident: Incident): Voice[] {
  const reports = reportsOf(incident);
  const found = new Map<string, Voice>();
  for (const claim of incident.claims) {
    const speaker = claim.speaker;
    const name = speaker ? party(speaker) : outletOf(reports, claim);
    const role = speaker ? (speaker.role ?? '') : 'in its own voice';
    const key = `${name}\n${speaker ? '' : 'own'}`;
    const voice = found.get(key) ?? { name, role, claims: [] };
    voice.claims.push(claim);
    found.set(key, voice);
  }
  return [...found.values()].sort(
    (a, b) => Number(a.role === 'in its own voice') - Number(b.role === 'in its own voice') || b.claims.length - a.claims.length,
  );
}

/** One line of a claim, with its reserve: "killed: 3 (suspected)", "denied: air strike". */
export function claimText(claim: Claim): string {
  const said =
    claim.field === 'perpetrators' && claim.value === null
      ? claim.certainty === 'declined' ? 'would not say who did it' : 'nobody has claimed it'
      : inWords(claim.field, claim.value);
  const denied = claim.polarity === 'denied' && claim.value !== null ? 'denies: ' : '';
  return denied + said;
}

export interface Folded { report: ReportRef; copies: ReportRef[] }

const published = (report: ReportRef) => report.published?.start ?? '9999';

/** Reports in time; a copy is folded behind the earliest report of its voice in `sources`. */
export function reportsInTime(incident: Incident): Folded[] {
  const reports = reportsOf(incident);
  const shown = new Set<string>();
  const out: Folded[] = [];
  for (const source of incident.sources) {
    const own = source.reports.map((id) => reports.get(id)).filter((one) => one !== undefined);
    own.sort((a, b) => published(a).localeCompare(published(b)));
    own.forEach((one) => shown.add(one.id));
    const [first, ...rest] = own;
    if (!first) continue;
    // "Garmian Daily and Meridian Newswire have one text"
    const isCopy = (report: ReportRef) =>
      source.reasons.some((reason) => reason.includes('have one text') && reason.includes(report.outlet));
    out.push({ report: first, copies: rest.filter(isCopy) });
    for (const report of rest) if (!isCopy(report)) out.push({ report, copies: [] });
  }
  for (const report of incident.reports) if (!shown.has(report.id)) out.push({ report, copies: [] });
  return out.sort((a, b) => published(a.report).localeCompare(published(b.report)));
}
