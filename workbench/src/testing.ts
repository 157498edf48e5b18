// Tables for tests, told by what differs from the ordinary.

import { decodeTable, type Table, type WireTable } from './api/table';

export interface Row {
  id?: string;
  lat?: number | null;
  lon?: number | null;
  place?: string;
  precision?: string;
  country?: string;
  start?: number | null;
  end?: number | null;
  type?: string;
  phase?: string;
  killed?: number | null;
  killedLeast?: number | null;
  grade?: string;
  disputed?: boolean;
  rejected?: boolean;
  actors?: string[];
  outlets?: string[];
  sources?: number;
}

const kPrecisions = ['unknown', 'country', 'admin1', 'city', 'near', 'exact'];

export function wireTable(rows: Row[]): WireTable {
  const names = (of: (row: Row) => string[]) => [...new Set(rows.flatMap(of))];
  const places = names((row) => (row.place ? [row.place] : []));
  const countries = names((row) => (row.country ? [row.country] : []));
  const types = names((row) => [row.type ?? 'shelling']);
  const actors = names((row) => row.actors ?? []);
  const outlets = names((row) => row.outlets ?? []);
  const grades = names((row) => [row.grade ?? 'fair']);
  const index = (list: string[], name: string | undefined) => (name === undefined ? null : list.indexOf(name));
  const all = <T>(of: (row: Row, i: number) => T) => rows.map(of);
  return {
    revision: 'r1',
    count: rows.length,
    columns: {
      id: all((row, i) => row.id ?? `i${i}`),
      title: all((row) => `${row.type ?? 'shelling'} in ${row.place ?? 'a place'}`),
      lat: all((row) => (row.lat === undefined ? 35 : row.lat)),
      lon: all((row) => (row.lon === undefined ? 44 : row.lon)),
      place: all((row) => index(places, row.place)),
      precision: all((row) => kPrecisions.indexOf(row.precision ?? 'city')),
      country: all((row) => index(countries, row.country)),
      start: all((row) => (row.start === undefined ? 20_000 : row.start)),
      end: all((row) => (row.end === undefined ? (row.start === undefined ? 20_000 : row.start) : row.end)),
      day_precision: all(() => 0),
      type: all((row) => index(types, row.type ?? 'shelling')),
      outcome: all(() => 0),
      phase: all((row) => (row.phase === 'background' ? 1 : 0)),
      killed: all((row) => row.killed ?? null),
      killed_least: all((row) => row.killedLeast ?? null),
      wounded: all(() => null),
      abducted: all(() => null),
      grade: all((row) => index(grades, row.grade ?? 'fair')),
      disputed: all((row) => (row.disputed ? 1 : 0)),
      rejected: all((row) => (row.rejected ? 1 : 0)),
      reports: all(() => 1),
      sources: all((row) => row.sources ?? 1),
      actors: all((row) => (row.actors ?? []).map((name) => actors.indexOf(name))),
      outlets: all((row) => (row.outlets ?? []).map((name) => outlets.indexOf(name))),
    },
    places, countries, types, grades, outlets,
    outcomes: ['completed'],
    phases: ['new', 'background'],
    actors: actors.map((name) => ({ id: `${name.toLowerCase()}-id`, name })),
    precisions: kPrecisions,
    day_precisions: ['day'],
  };
}

export const tableOf = (rows: Row[]): Table => decodeTable(wireTable(rows));
