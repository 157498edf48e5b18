// What changed from one revision of an incident to the next, in words.

import type { Incident } from '../api/types';
import { kFields } from '../ui/palette';
import { plural, title, value as inWords } from '../ui/words';

export interface Step { revision: number; lines: string[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function difference(before: Incident, after: Incident): string[] {
  const out: string[] = [];
  for (const field of kFields) {
    const [was, is] = [inWords(field, before[field]), inWords(field, after[field])];
    if (was !== is) out.push(`${title(field)}: ${was} → ${is}`);
  }
  const known = new Set(before.reports.map((report) => report.id));
  const fresh = after.reports.filter((report) => !known.has(report.id));
  if (fresh.length) out.push(`${plural(fresh.length, 'report')} more: ${fresh.map((one) => one.outlet || one.id).join(', ')}`);
  const lost = known.size + fresh.length - after.reports.length;
  if (lost > 0) out.push(`${plural(lost, 'report')} fewer`);
  if (!same(before.grade, after.grade)) out.push(`Grade: ${before.grade.record.grade} → ${after.grade.record.grade}`);
  if (out.length === 0) out.push('Claims, sources or background');
  return out;
}

/** The latest first; the first revision tells what there was. */
export function changes(revisions: Incident[]): Step[] {
  const inOrder = [...revisions].sort((a, b) => a.revision - b.revision);
  return inOrder
    .map((now, i): Step => {
      const before = inOrder[i - 1];
      return { revision: now.revision, lines: before ? difference(before, now) : [now.summary] };
    })
    .reverse();
}
