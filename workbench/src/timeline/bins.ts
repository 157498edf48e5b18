// Incidents counted over time. An incident known to the month only is not put on the month's first day:
// it is spread over the days that it may have been on.

import { kNoDay, type Table } from '../api/table';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const kUnits: [Unit, number][] = [['day', 1], ['week', 7], ['month', 30.44], ['quarter', 91.3], ['year', 365.25]];

export interface Tick { day: number; unit: Unit }
export interface Domain { from: number; to: number } // days, both inclusive

const kLongest = 31; // days by which an incident widens the strip: one of "2025" does not make it a year longer

/** From the first day to the last; what is known to the year only may go on beyond it. */
export function domainOf(table: Table, rows: Uint32Array): Domain | null {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    const start = table.start[row]!;
    if (start === kNoDay) continue;
    from = Math.min(from, start);
    to = Math.max(to, Math.min(lastDay(table, row), start + kLongest - 1));
  }
  return from <= to ? { from, to } : null;
}

function lastDay(table: Table, row: number): number {
  const end = table.end[row]!;
  return end === kNoDay ? table.start[row]! : Math.max(end, table.start[row]!);
}

/** The finest unit that makes at most `most` bins. */
export function unitFor({ from, to }: Domain, most: number): Unit {
  const found = kUnits.find(([, days]) => (to - from + 1) / days <= most);
  return found ? found[0] : 'year';
}

/** First days of the bins, and behind them the day on which the last ends. */
export function edges({ from, to }: Domain, unit: Unit): Int32Array {
  const out: number[] = [];
  let day = floor(from, unit);
  while (day <= to) {
    out.push(day);
    day = next(day, unit);
  }
  out.push(day);
  return Int32Array.from(out);
}

function floor(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7); // day 0 was a Thursday; weeks begin on Monday
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  const first = unit === 'month' ? month : unit === 'quarter' ? month - (month % 3) : 0;
  return Date.UTC(date.getUTCFullYear(), first, 1) / 86_400_000;
}

function next(day: number, unit: Unit): number {
  if (unit === 'day') return day + 1;
  if (unit === 'week') return day + 7;
  const date = new Date(day * 86_400_000);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
}

/** The bin that a day is in, by halving. */
export function binOf(bounds: Int32Array, day: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bounds[middle]! <= day) low = middle;
    else high = middle;
  }
  return low;
}

/** Counts for each bin and each of `groups`, as counts[group][bin]. */
export function count(
  table: Table, rows: Uint32Array, bounds: Int32Array, groupOf: (row: number) => number, groups: number,
): Float64Array[] {
  const bins = bounds.length - 1;
  const counts = Array.from({ length: groups }, () => new Float64Array(bins));
  for (const row of rows) {
    const start = table.start[row]!;
    if (start === kNoDay) continue;
    const end = lastDay(table, row);
    if (end < bounds[0]! || start >= bounds[bins]!) continue;
    const into = counts[groupOf(row)]!;
    const first = binOf(bounds, Math.max(start, bounds[0]!));
    const last = binOf(bounds, Math.min(end, bounds[bins]! - 1));
    const days = end - start + 1;
    for (let bin = first; bin <= last; ++bin) {
      const overlap = Math.min(end + 1, bounds[bin + 1]!) - Math.max(start, bounds[bin]!);
      into[bin]! += overlap / days;
    }
  }
  return counts;
}

/** Days to write below the strip: where months or years begin, as many as fit. */
export function ticks(bounds: Int32Array, most: number): Tick[] {
  const domain = { from: bounds[0]!, to: bounds[bounds.length - 1]! - 1 };
  for (const [unit] of kUnits) {
    const days = edges(domain, unit).filter((day) => day >= domain.from && day <= domain.to);
    if (days.length <= most) return [...days].map((day) => ({ day, unit }));
  }
  const years = edges(domain, 'year').filter((day) => day >= domain.from && day <= domain.to);
  const step = Math.ceil(years.length / most);
  return [...years].filter((_, i) => i % step === 0).map((day) => ({ day, unit: 'year' }));
}
