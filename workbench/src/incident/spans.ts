// A report's text cut where evidence begins and ends. Spans count Unicode code points; a JavaScript
// string counts UTF-16 units, so an emoji before a span would shift it.

export interface Marked {
  start: number; // code points, half-open
  end: number;
  field: string;
  claim: string | null; // of evidence; null: a mention, the very words of a value
}

export interface Segment {
  text: string;
  start: number;
  fields: string[]; // of the evidence that covers it, without repeats
  claims: string[];
  mention: string | null; // the field whose words these are
  ends: string[]; // fields whose evidence ends here
}

/** UTF-16 offset of each code point, and of the end. */
export function offsets(text: string): Uint32Array {
  const out = new Uint32Array(text.length + 1);
  let n = 0;
  for (let i = 0; i < text.length; ++i) {
    out[n++] = i;
    const unit = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) ++i;
  }
  out[n] = text.length;
  return out.slice(0, n + 1);
}

export function slice(text: string, start: number, end: number): string {
  const at = offsets(text);
  const last = at.length - 1;
  return text.slice(at[clamp(start, last)], at[clamp(end, last)]);
}

const clamp = (n: number, last: number) => Math.max(0, Math.min(n, last));

/** Consecutive pieces of the whole text, each covered by the same spans throughout. */
export function segments(text: string, marks: Marked[]): Segment[] {
  const at = offsets(text);
  const last = at.length - 1;
  const valid = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start, last), end: clamp(mark.end, last) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([0, last, ...valid.flatMap((mark) => [mark.start, mark.end])])];
  cuts.sort((a, b) => a - b);

  const out: Segment[] = [];
  let open: typeof valid = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    open = open.filter((mark) => mark.end > start);
    while (next < valid.length && valid[next]!.start <= start) open.push(valid[next++]!);
    out.push(segment(text.slice(at[start], at[end]), start, end, open));
  }
  return out;
}

function segment(text: string, start: number, end: number, open: Marked[]): Segment {
  const evidence = open.filter((mark) => mark.claim !== null);
  // The narrowest mention says best what these words are.
  const mentions = open.filter((mark) => mark.claim === null);
  mentions.sort((a, b) => a.end - a.start - (b.end - b.start));
  return {
    text,
    start,
    fields: distinct(evidence.map((mark) => mark.field)),
    claims: distinct(evidence.map((mark) => mark.claim!)),
    mention: mentions[0]?.field ?? null,
    ends: distinct(evidence.filter((mark) => mark.end === end).map((mark) => mark.field)),
  };
}

const distinct = (list: string[]) => [...new Set(list)];
