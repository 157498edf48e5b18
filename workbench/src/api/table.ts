// The columnar table of all incidents, unpacked into typed arrays once for each revision of the ledger.
// Null numbers become `kNone`, null points NaN, null days `kNoDay`.

export const kNone = -1;
export const kNoDay = -2147483648;

type Numbers = (number | null)[];
type Lists = (number[] | null)[];

export interface WireTable {
  revision: string;
  count: number;
  columns: {
    id: string[];
    title: string[];
    actors: Lists;
    outlets: Lists;
  } & Record<NumberColumn, Numbers> &
    Partial<Record<'rejected' | 'corrected' | 'killed_least', Numbers>>;
  places: string[];
  countries: string[];
  types: string[];
  outcomes: string[];
  phases: string[];
  grades: string[];
  actors: { id: string | null; name: string }[];
  outlets: string[];
  precisions: string[];
  day_precisions: string[];
}

type NumberColumn =
  | 'lat' | 'lon' | 'place' | 'precision' | 'country' | 'start' | 'end' | 'day_precision' | 'type'
  | 'outcome' | 'phase' | 'killed' | 'wounded' | 'abducted' | 'grade' | 'disputed' | 'reports'
  | 'sources';

/** Lists of indices, one after another: row r has values[offsets[r]] up to values[offsets[r + 1]]. */
export interface Packed { offsets: Int32Array; values: Int32Array }

export interface Table {
  revision: string;
  count: number;
  id: string[];
  title: string[];
  lat: Float64Array;
  lon: Float64Array;
  place: Int32Array;
  precision: Int32Array;
  country: Int32Array;
  start: Int32Array;
  end: Int32Array;
  dayPrecision: Int32Array;
  type: Int32Array;
  outcome: Int32Array;
  phase: Int32Array;
  killed: Int32Array;
  killedLeast: Int32Array; // where no best number is known: at least so many
  wounded: Int32Array;
  abducted: Int32Array;
  grade: Int32Array;
  disputed: Int32Array;
  rejected: Int32Array;
  corrected: Int32Array;
  reports: Int32Array;
  sources: Int32Array;
  actors: Packed;
  outlets: Packed;
  names: {
    places: string[];
    countries: string[];
    types: string[];
    outcomes: string[];
    phases: string[];
    grades: string[];
    actors: { id: string | null; name: string }[];
    outlets: string[];
    precisions: string[];
    dayPrecisions: string[];
  };
  rowOf: Map<string, number>;
}

function numbers(column: Numbers | undefined, count: number, none: number): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0; i < count; ++i) out[i] = column?.[i] ?? none;
  return out;
}

function points(column: Numbers, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; ++i) out[i] = column[i] ?? NaN;
  return out;
}

function pack(lists: Lists, count: number): Packed {
  const offsets = new Int32Array(count + 1);
  for (let i = 0; i < count; ++i) offsets[i + 1] = offsets[i]! + (lists[i]?.length ?? 0);
  const values = new Int32Array(offsets[count]!);
  for (let i = 0; i < count; ++i) values.set(lists[i] ?? [], offsets[i]!);
  return { offsets, values };
}

export function decodeTable(wire: WireTable): Table {
  const { columns: c, count } = wire;
  const rowOf = new Map<string, number>();
  for (let i = 0; i < count; ++i) rowOf.set(c.id[i]!, i);
  const read = (column: Numbers | undefined, none = kNone) => numbers(column, count, none);
  return {
    revision: wire.revision,
    count,
    id: c.id,
    title: c.title,
    lat: points(c.lat, count),
    lon: points(c.lon, count),
    place: read(c.place),
    precision: read(c.precision),
    country: read(c.country),
    start: read(c.start, kNoDay),
    end: read(c.end, kNoDay),
    dayPrecision: read(c.day_precision),
    type: read(c.type),
    outcome: read(c.outcome),
    phase: read(c.phase),
    killed: read(c.killed),
    killedLeast: read(c.killed_least),
    wounded: read(c.wounded),
    abducted: read(c.abducted),
    grade: read(c.grade),
    disputed: read(c.disputed, 0),
    rejected: read(c.rejected, 0),
    corrected: read(c.corrected, 0),
    reports: read(c.reports, 0),
    sources: read(c.sources, 0),
    actors: pack(c.actors, count),
    outlets: pack(c.outlets, count),
    names: {
      places: wire.places,
      countries: wire.countries,
      types: wire.types,
      outcomes: wire.outcomes,
      phases: wire.phases,
      grades: wire.grades,
      actors: wire.actors,
      outlets: wire.outlets,
      precisions: wire.precisions,
      dayPrecisions: wire.day_precisions,
    },
    rowOf,
  };
}

export function listOf(packed: Packed, row: number): Int32Array {
  return packed.values.subarray(packed.offsets[row]!, packed.offsets[row + 1]!);
}
