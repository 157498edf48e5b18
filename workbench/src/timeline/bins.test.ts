import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing';
import { daysOf, isoOf } from '../ui/dates';
import { binOf, count, domainOf, edges, ticks, unitFor } from './bins';

const day = daysOf;
const iso = (bounds: Int32Array) => [...bounds].map(isoOf);

describe('edges', () => {
  it('begin with weeks on Monday, months, quarters and years', () => {
    const domain = { from: day('2024-02-14'), to: day('2024-03-20') };
    expect(isoOf(edges(domain, 'week')[0]!)).toBe('2024-02-12');
    expect(iso(edges(domain, 'month'))).toEqual(['2024-02-01', '2024-03-01', '2024-04-01']);
    expect(iso(edges(domain, 'quarter'))).toEqual(['2024-01-01', '2024-04-01']);
    expect(iso(edges(domain, 'year'))).toEqual(['2024-01-01', '2025-01-01']);
  });
  it('hold every day of the domain, before 1970 too', () => {
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const bounds = edges({ from: day('1968-12-30'), to: day('1971-01-04') }, unit);
      expect(bounds[0]!).toBeLessThanOrEqual(day('1968-12-30'));
      expect(bounds[bounds.length - 1]!).toBeGreaterThan(day('1971-01-04'));
    }
  });
});

describe('count', () => {
  const table = tableOf([
    { start: day('2024-03-01') },
    { start: day('2024-03-01'), end: day('2024-03-31') }, // some day of March
    { start: null },
    { start: day('2024-03-31') },
  ]);
  const rows = Uint32Array.from([0, 1, 2, 3]);
  const domain = domainOf(table, rows)!;

  it('spreads what is known to the month only', () => {
    const bounds = edges(domain, 'day');
    const [all] = count(table, rows, bounds, () => 0, 1);
    expect(all![0]).toBeCloseTo(1 + 1 / 31);
    expect(all![15]).toBeCloseTo(1 / 31);
    expect(all!.reduce((a, b) => a + b)).toBeCloseTo(3);
  });
  it('counts groups apart', () => {
    const bounds = edges(domain, 'month');
    const groups = count(table, rows, bounds, (row) => (row === 0 ? 0 : 1), 2);
    expect(groups.map((group) => Math.round(group[0]!))).toEqual([1, 2]);
  });
  it('is not widened to a year by one that is known to the year only', () => {
    const some = tableOf([{ start: day('2024-03-01') }, { start: day('2024-01-01'), end: day('2024-12-31') }]);
    expect(domainOf(some, Uint32Array.from([0, 1]))).toEqual({ from: day('2024-01-01'), to: day('2024-03-01') });
  });
  it('has no domain where nothing has a day', () => {
    expect(domainOf(table, Uint32Array.from([2]))).toBeNull();
  });
});

it('finds the bin of a day', () => {
  const bounds = Int32Array.from([0, 10, 20, 30]);
  expect([0, 9, 10, 29].map((one) => binOf(bounds, one))).toEqual([0, 0, 1, 2]);
});

it('takes the finest unit that fits', () => {
  expect(unitFor({ from: 0, to: 29 }, 30)).toBe('day');
  expect(unitFor({ from: 0, to: 200 }, 30)).toBe('week');
  expect(unitFor({ from: 0, to: 50_000 }, 30)).toBe('year');
});

it('writes no more ticks than fit', () => {
  const bounds = edges({ from: day('1900-01-01'), to: day('2024-12-31') }, 'year');
  const found = ticks(bounds, 12);
  expect(found.length).toBeLessThanOrEqual(12);
  expect(found.length).toBeGreaterThan(5);
});
