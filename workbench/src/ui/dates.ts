// Days, as a reader of any country understands them: 14 Oct 2024. Days are counted from 1 January 1970,
// as the table has them, and never shifted by a time zone.

import type { When } from '../api/types';

const kDayMs = 86_400_000;

const formats = {
  day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  dayOfMonth: format({ day: 'numeric' }),
  dayAndMonth: format({ day: 'numeric', month: 'short' }),
  month: format({ month: 'short', year: 'numeric' }),
  monthOnly: format({ month: 'short' }),
  year: format({ year: 'numeric' }),
};

function format(options: Intl.DateTimeFormatOptions): (days: number) => string {
  const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  // September is "Sept" in newer tables of names and "Sep" in older ones.
  return (days) => formatter.format(days * kDayMs).replace('Sept', 'Sep');
}

export function daysOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / kDayMs);
}

export function isoOf(days: number): string {
  return new Date(days * kDayMs).toISOString().slice(0, 10);
}

export const formatDay = (days: number): string => formats.day(days);
export const formatMonth = (days: number): string => formats.month(days);
export const formatYear = (days: number): string => formats.year(days);
export const monthName = (days: number): string => formats.monthOnly(days);
export const dayOfMonth = (days: number): string => formats.dayOfMonth(days);
export const dayAndMonth = (days: number): string => formats.dayAndMonth(days);

export function formatIso(iso: string | null | undefined): string {
  return iso && /^\d{4}-\d\d-\d\d/.test(iso) ? formatDay(daysOf(iso.slice(0, 10))) : '';
}

/** From and to, with what both share said once: 14–16 Oct 2024. */
export function formatRange(start: number, end: number): string {
  if (end <= start) return formatDay(start);
  const [from, to] = [new Date(start * kDayMs), new Date(end * kDayMs)];
  if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${formatDay(start)} – ${formatDay(end)}`;
  if (from.getUTCMonth() !== to.getUTCMonth()) return `${formats.dayAndMonth(start)} – ${formatDay(end)}`;
  return `${formats.dayOfMonth(start)}–${formatDay(end)}`;
}

/** A period as precise as it is known: a month is its name, not thirty days. */
export function formatPeriod(start: number, end: number, precision: string): string {
  switch (precision) {
    case 'unknown':
      return 'day unknown';
    case 'year':
      return formats.year(start) === formats.year(end) ? formats.year(start) : formatRange(start, end);
    case 'month':
      return formats.month(start) === formats.month(end) ? formats.month(start) : formatRange(start, end);
    default:
      return formatRange(start, end);
  }
}

export function formatWhen(when: When | null): string {
  if (!when?.start) return when?.end ? `until ${formatIso(when.end)}` : 'day unknown';
  const period = formatPeriod(daysOf(when.start), daysOf(when.end ?? when.start), when.precision);
  const part = when.part_of_day ? `, ${when.part_of_day.replaceAll('_', ' ')}` : '';
  return period + part;
}

/** A moment of the log, in UTC and saying so. */
export function formatMoment(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/.exec(iso);
  return match ? `${formatIso(match[1])}, ${match[2]} UTC` : iso;
}

export function formatMinute(minute: number | null | undefined): string {
  if (minute === null || minute === undefined || minute < 0) return '';
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
