// The contract's spellings as words for people.

import type { Party, Quantity, Thing, When, Where } from '../api/types';
import { formatWhen } from './dates';

const special: Record<string, string> = {
  news: 'new', type: 'what', outcome: 'outcome', when: 'when', where: 'where', perpetrators: 'who did it',
  instruments: 'by what means', physical_targets: 'what was hit', human_targets: 'who was hit',
};

export function words(name: string | null | undefined): string {
  if (!name) return '';
  return special[name] ?? name.replaceAll('_', ' ');
}

export function title(text: string | null | undefined): string {
  const said = words(text);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export function countryName(code: string | null | undefined): string {
  if (!code) return '';
  try {
    return regions.of(code.toUpperCase()) ?? code;
  } catch {
    return code; // no code of two letters
  }
}

/** 50 000: a narrow space, since a comma or a point means another thing in half of the world. */
export function number(n: number): string {
  return Math.round(n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** "5", "at least 5", "3–7 (best 5)", "none"; empty where nothing is known. */
export function quantity(q: Quantity | null | undefined): string {
  if (!q || (q.low === null && q.best === null && q.high === null)) return '';
  const { low, best, high } = q;
  if (best === 0 && (high === 0 || high === null)) return 'none';
  const range =
    low !== null && high !== null && low !== high ? `${number(low)}–${number(high)}` : '';
  if (best === null) return range || (low !== null ? `at least ${number(low)}` : `up to ${number(high!)}`);
  if (range) return `${number(best)} (${range})`;
  if (high === null && low === best) return `at least ${number(best)}`;
  return number(best);
}

export function place(where: Where | null | undefined): string {
  if (!where) return '';
  const parts = [where.name, where.admin1, countryName(where.country)];
  return parts.filter((part, i) => part && parts.indexOf(part) === i).join(', ');
}

export function party(p: Party | null | undefined): string {
  if (!p) return '';
  return p.name ?? (p.kind === 'unknown' ? 'unknown' : words(p.kind));
}

export function thing(t: Thing): string {
  const name = t.name ?? t.description ?? words(t.kind);
  const count = quantity(t.count);
  const effect = t.effect && t.effect !== 'unknown' && t.effect !== 'none' ? `, ${t.effect}` : '';
  return `${count && count !== '1' && count !== 'none' ? `${count} × ` : ''}${name || 'unnamed'}${effect}`;
}

/** Any value of a claim or position, in words. */
export function value(field: string, v: unknown): string {
  if (v === null || v === undefined) return field === 'perpetrators' ? 'nobody named' : 'not known';
  if (typeof v === 'string') return words(v);
  if (typeof v === 'number' || typeof v === 'boolean') return String(v);
  if (Array.isArray(v)) return v.length ? v.map((one) => value(field, one)).join('; ') : 'none';
  return valueOfRecord(field, v as Record<string, unknown>);
}

function valueOfRecord(field: string, record: Record<string, unknown>): string {
  if ('best' in record) {
    const said = quantity(record as unknown as Quantity);
    return said || (typeof record.text === 'string' ? `“${record.text}”` : 'not known');
  }
  if ('lat' in record) return place(record as unknown as Where) || 'not known';
  if ('start' in record && 'precision' in record) return formatWhen(record as unknown as When);
  if (field === 'perpetrators') {
    const status = typeof record.status === 'string' ? ` (${words(record.status)})` : '';
    return party(record as unknown as Party) + status;
  }
  if ('count' in record) return thing(record as unknown as Thing);
  if (typeof record.name === 'string') return record.name;
  return JSON.stringify(record);
}
