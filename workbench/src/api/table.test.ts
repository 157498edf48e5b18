import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing';
import { kNoDay, kNone, listOf } from './table';

describe('decodeTable', () => {
  const table = tableOf([
    { id: 'ia', lat: null, lon: null, start: null, killed: 0, actors: ['A', 'B'], country: 'IQ' },
    { id: 'ib', outlets: ['X'], killed: null },
    { id: 'ic', actors: ['B'], outlets: ['Y', 'X'], killed: 12, country: 'NE' },
  ]);

  it('keeps unknown apart from nought', () => {
    expect([...table.killed]).toEqual([0, kNone, 12]);
    expect(table.start[0]).toBe(kNoDay);
    expect(table.lat[0]).toBeNaN();
    expect(table.country[1]).toBe(kNone);
  });
  it('packs lists of each row', () => {
    expect([...listOf(table.actors, 0)]).toEqual([0, 1]);
    expect([...listOf(table.actors, 1)]).toEqual([]);
    expect([...listOf(table.actors, 2)]).toEqual([1]);
    expect([...listOf(table.outlets, 2)]).toEqual([1, 0]);
  });
  it('finds rows by id', () => {
    expect(table.rowOf.get('ic')).toBe(2);
    expect(table.rowOf.get('id')).toBeUndefined();
  });
  it('takes a table without rows', () => {
    expect(tableOf([]).count).toBe(0);
  });
});
