import { describe, expect, it } from 'vitest';
import { tableOf, type Row } from '../testing';
import { daysOf } from '../ui/dates';
import { noFilters, type Filters } from './filters';
import { countValues, orderOf, selectRows } from './select';

const rows: Row[] = [
  { type: 'shelling', country: 'IQ', place: 'Mosul', start: daysOf('2024-10-14'), actors: ['ISIS'], outlets: ['A'], killed: 3 },
  { type: 'bombing', country: 'NE', place: 'Diffa', start: daysOf('2024-10-10'), end: daysOf('2024-10-20'), outlets: ['A', 'B'], disputed: true },
  { type: 'protest', country: 'IQ', start: null, lat: null, lon: null, precision: 'unknown', killed: 0, grade: 'weak' },
  { type: 'bombing', phase: 'background', start: daysOf('2023-01-01'), killed: 40, country: 'IQ' },
  { type: 'arrest', rejected: true, start: daysOf('2024-10-15'), lon: 179, lat: -17, country: 'FJ' },
];
const table = tableOf(rows);
const select = (change: Partial<Filters>, text: Set<number> | null = null) => [
  ...selectRows(table, { ...noFilters(), ...change }, text),
].sort((a, b) => a - b);

describe('selectRows', () => {
  it('hides background and rejected ones unless asked for', () => {
    expect(select({})).toEqual([0, 1, 2]);
    expect(select({ background: true })).toEqual([0, 1, 2, 3]);
    expect(select({ rejected: true })).toEqual([0, 1, 2, 4]);
  });
  it('takes any of several values of a filter, and all of several filters', () => {
    expect(select({ type: ['shelling', 'protest'] })).toEqual([0, 2]);
    expect(select({ type: ['shelling', 'protest'], country: ['IQ'], grade: ['weak'] })).toEqual([2]);
    expect(select({ type: ['no_such_type'] })).toEqual([]);
  });
  it('knows actors by id and by name', () => {
    expect(select({ actor: ['ISIS'] })).toEqual([0]);
    expect(select({ actor: ['isis-id'] })).toEqual([0]);
    expect(select({ actor: ['nobody'] })).toEqual([]);
  });
  it('finds outlets and places', () => {
    expect(select({ outlet: ['B'] })).toEqual([1]);
    expect(select({ outlet: ['A'] })).toEqual([0, 1]);
    expect(select({ place: ['Diffa'] })).toEqual([1]);
  });
  it('shows in a period what touches it, and nothing without a day', () => {
    expect(select({ since: '2024-10-14', until: '2024-10-14' })).toEqual([0, 1]);
    expect(select({ since: '2024-10-15' })).toEqual([1]);
    expect(select({ until: '2024-10-09' })).toEqual([]);
    expect(select({ until: '2024-10-10' })).toEqual([1]);
  });
  it('takes no unknown toll for a toll of nought', () => {
    expect(select({ minKilled: 0 })).toEqual([0, 2]);
    expect(select({ minKilled: 4 })).toEqual([]);
  });
  it('takes the least number where no best one is known', () => {
    const some = tableOf([{ killed: null, killedLeast: 24 }, { killed: 3, killedLeast: 9 }, { killed: null }]);
    expect([...selectRows(some, { ...noFilters(), minKilled: 5 }, null)]).toEqual([0]);
  });
  it('looks over the antimeridian', () => {
    expect(select({ rejected: true, bbox: [170, -30, -170, 0] })).toEqual([4]);
    expect(select({ bbox: [40, 30, 50, 40] })).toEqual([0, 1]);
  });
  it('finds those without a place, disputed ones, and those of a search', () => {
    expect(select({ unplaced: true })).toEqual([2]);
    expect(select({ disputed: true })).toEqual([1]);
    expect(select({}, new Set([2, 3]))).toEqual([2]);
  });
  it('leaves a filter out where it is to be counted without it', () => {
    const filters = { ...noFilters(), type: ['shelling'], since: '2024-10-14', until: '2024-10-14' };
    expect([...selectRows(table, filters, null, { period: true })]).toEqual([0]);
    expect([...selectRows(table, filters, null, { list: 'type' })].sort()).toEqual([0, 1]);
  });
});

it('agrees with a slow and obvious filter on made tables', () => {
  let seed = 5;
  const random = (n: number) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
  const pick = <T>(list: T[]) => list[random(list.length)]!;
  const made: Row[] = Array.from({ length: 400 }, () => ({
    type: pick(['battle', 'raid', 'riot']), country: pick(['IQ', 'NE', 'LY']), start: 20_000 + random(20),
    killed: pick([null, 0, 1, 9]), outlets: [pick(['A', 'B']), pick(['C', 'D'])], disputed: random(2) === 0,
  }));
  const big = tableOf(made);
  for (let i = 0; i < 100; ++i) {
    const filters = { ...noFilters(), disputed: random(2) === 0, minKilled: pick([null, 0, 1]) };
    if (random(2)) filters.type = [pick(['battle', 'raid']), 'riot'];
    if (random(2)) filters.outlet = [pick(['A', 'C'])];
    const slow = made.flatMap((row, at) => {
      const fits =
        (!filters.disputed || row.disputed) &&
        (filters.minKilled === null || (row.killed ?? -1) >= filters.minKilled) &&
        (!filters.type.length || filters.type.includes(row.type!)) &&
        (!filters.outlet.length || row.outlets!.some((one) => filters.outlet.includes(one)));
      return fits ? [at] : [];
    });
    expect([...selectRows(big, filters, null)].sort((a, b) => a - b)).toEqual(slow);
  }
});

describe('orderOf', () => {
  const filters = { ...noFilters(), background: true };
  const ordered = (key: 'newest' | 'oldest' | 'toll') => [...selectRows(table, filters, null, {}, orderOf(table, key))];

  it('puts those without a day last, in either direction', () => {
    expect(ordered('newest')).toEqual([0, 1, 3, 2]);
    expect(ordered('oldest')).toEqual([3, 1, 0, 2]);
  });
  it('sorts by toll', () => {
    expect(ordered('toll')).toEqual([3, 0, 2, 1]);
  });
});

describe('countValues', () => {
  it('counts a row once for each of its outlets, most first', () => {
    expect(countValues(table, Uint32Array.from([0, 1]), 'outlet')).toEqual([['A', 2], ['B', 1]]);
    expect(countValues(table, Uint32Array.from([0, 1, 2]), 'country')).toEqual([['IQ', 2], ['NE', 1]]);
    expect(countValues(table, Uint32Array.from([2]), 'place')).toEqual([]);
  });
});
