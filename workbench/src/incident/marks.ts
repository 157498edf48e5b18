// All that is to be highlighted in a report: the evidence of its claims, and the words of its values.

import type { CodedEvent, Coding, Span } from '../api/types';
import type { Marked } from './spans';

function mentions(field: string, spans: Span[] | undefined): Marked[] {
  return (spans ?? []).map(({ start, end }) => ({ start, end, field, claim: null }));
}

function ofEvent(event: CodedEvent): Marked[] {
  const things = (['instruments', 'physical_targets', 'human_targets'] as const).flatMap((field) =>
    event[field].flatMap((one) => mentions(field, one.mentions)),
  );
  const parties = [...event.perpetrator_individuals, ...event.perpetrator_organizations];
  return [
    ...mentions('type', event.triggers),
    ...parties.flatMap((one) => mentions('perpetrators', one.mentions)),
    ...things,
  ];
}

/** `events`: ids of those to highlight; null: all. Claims go by the incident's ids, REPORT/EVENT/CLAIM. */
export function marksOf(coding: Coding, events: Set<string> | null): Marked[] {
  const chosen = coding.events.filter((event) => !events || events.has(event.id));
  const evidence = chosen.flatMap((event) =>
    event.claims.map(
      (claim): Marked => ({
        start: claim.evidence.start,
        end: claim.evidence.end,
        field: claim.field,
        claim: `${coding.report.id}/${claim.id.includes('/') ? claim.id : `${event.id}/${claim.id}`}`,
      }),
    ),
  );
  return [
    ...evidence,
    ...chosen.flatMap(ofEvent),
    ...mentions('when', coding.times),
    ...mentions('where', coding.places),
  ];
}

/** Of an incident's members, "REPORT/EVENT", the events of one report. */
export function eventsOf(members: string[], report: string): Set<string> {
  const prefix = `${report}/`;
  return new Set(members.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length)));
}
