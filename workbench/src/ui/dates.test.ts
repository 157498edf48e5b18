import { describe, expect, it } from 'vitest';
import { daysOf, formatIso, formatMoment, formatPeriod, formatRange, formatWhen, isoOf } from './dates';

const when = (start: string | null, end: string | null, precision: string, part: string | null = null) =>
  formatWhen({ start, end, precision, part_of_day: part, basis: 'stated' });

describe('days', () => {
  it('are the same in every time zone', () => {
    for (const iso of ['1969-12-31', '1970-01-01', '2024-02-29', '2024-10-27', '2025-03-30']) {
      expect(isoOf(daysOf(iso))).toBe(iso);
    }
  });
  it('are written so that nobody takes the month for the day', () => {
    expect(formatIso('2024-10-14')).toBe('14 Oct 2024');
    expect(formatIso('2024-09-01')).toBe('1 Sep 2024');
    expect(formatIso(null)).toBe('');
  });
  it('say once what both ends share', () => {
    const range = (a: string, b: string) => formatRange(daysOf(a), daysOf(b));
    expect(range('2024-10-14', '2024-10-16')).toBe('14–16 Oct 2024');
    expect(range('2024-10-14', '2024-11-02')).toBe('14 Oct – 2 Nov 2024');
    expect(range('2023-12-31', '2024-01-01')).toBe('31 Dec 2023 – 1 Jan 2024');
    expect(range('2024-10-14', '2024-10-14')).toBe('14 Oct 2024');
  });
});

describe('precision', () => {
  it('is never more than is known', () => {
    expect(when('2024-10-01', '2024-10-31', 'month')).toBe('Oct 2024');
    expect(when('2024-01-01', '2024-12-31', 'year')).toBe('2024');
    expect(when('2024-10-14', '2024-10-20', 'week')).toBe('14–20 Oct 2024');
    expect(when('2024-10-14', '2024-10-14', 'part_of_day', 'early_morning')).toBe('14 Oct 2024, early morning');
    expect(when(null, null, 'unknown')).toBe('day unknown');
    expect(formatPeriod(0, 0, 'unknown')).toBe('day unknown');
  });
});

it('moments of the log say that they are in UTC', () => {
  expect(formatMoment('2024-10-14T09:05:33Z')).toBe('14 Oct 2024, 09:05 UTC');
  expect(formatMoment('soon')).toBe('soon');
});
