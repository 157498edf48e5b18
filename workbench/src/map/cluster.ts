// What the map shows of the rows in view. Points that would lie on each other are one cluster; what is
// known to the division only is a ring as wide as the doubt, to the country only a tinted country; the
// rest is in the lane below the map. Cells of a grid on the zoomed world make the clusters: one pass over
// the rows, so that 50,000 follow a brush.

import type { Table } from '../api/table';
import { mercator, unmercator } from './mercator';
import { kTile } from './view';

const kCell = 52; // pixels
const kFinest = 14; // at this zoom only what lies at one spot stays together

export interface Group {
  lon: number;
  lat: number;
  count: number;
  row: number; // the first one in the order of the list
  west: number;
  south: number;
  east: number;
  north: number;
}
export interface Clusters {
  points: Group[];
  rings: Group[];
  countries: Map<number, number>; // index of the country: how many
  unplaced: number;
}

interface Positions { x: Float64Array; y: Float64Array }
const positions = new WeakMap<Table, Positions>();

function positionsOf(table: Table): Positions {
  let found = positions.get(table);
  if (!found) {
    found = { x: new Float64Array(table.count), y: new Float64Array(table.count) };
    for (let row = 0; row < table.count; ++row) {
      const [x, y] = mercator(table.lon[row]!, table.lat[row]!);
      found.x[row] = x;
      found.y[row] = y;
    }
    positions.set(table, found);
  }
  return found;
}

type Shown = 'point' | 'ring' | 'country' | 'lane';

/** How each precision of the table is drawn. */
function manners(table: Table): Shown[] {
  return table.names.precisions.map((name) => {
    if (name === 'country') return 'country';
    if (name === 'admin1') return 'ring';
    return name === 'unknown' ? 'lane' : 'point';
  });
}

class Grid {
  readonly #cells = new Map<number, Group & { sumX: number; sumY: number }>();
  readonly #scale: number;

  constructor(zoom: number) {
    this.#scale = (kTile * 2 ** zoom) / kCell;
  }

  add(row: number, x: number, y: number): void {
    const key = Math.floor(x * this.#scale) * 67_108_864 + Math.floor(y * this.#scale);
    const cell = this.#cells.get(key);
    if (!cell) {
      const fresh = { lon: 0, lat: 0, count: 1, row, west: x, east: x, north: y, south: y, sumX: x, sumY: y };
      this.#cells.set(key, fresh);
      return;
    }
    cell.count++;
    cell.sumX += x;
    cell.sumY += y;
    if (x < cell.west) cell.west = x;
    if (x > cell.east) cell.east = x;
    if (y < cell.north) cell.north = y;
    if (y > cell.south) cell.south = y;
  }

  /** Cells whose middles come too near to each other are joined, the larger taking the smaller. */
  groups(): Group[] {
    const cells = [...this.#cells.values()].sort((a, b) => b.count - a.count || a.row - b.row);
    const near = 0.72 / this.#scale;
    const kept = new Map<number, (typeof cells)[number][]>();
    const bucket = (v: number) => Math.floor(v / near);
    const out: typeof cells = [];
    for (const cell of cells) {
      const x = cell.sumX / cell.count;
      const y = cell.sumY / cell.count;
      const host = nearest(kept, bucket(x), bucket(y), x, y, near);
      if (host) {
        absorb(host, cell);
        continue;
      }
      out.push(cell);
      const key = bucket(x) * 67_108_864 + bucket(y);
      kept.set(key, [...(kept.get(key) ?? []), cell]);
    }
    return out.map(finish);
  }
}

type Cell = Group & { sumX: number; sumY: number };

function nearest(kept: Map<number, Cell[]>, bx: number, by: number, x: number, y: number, near: number) {
  for (let dx = -1; dx <= 1; ++dx) {
    for (let dy = -1; dy <= 1; ++dy) {
      for (const cell of kept.get((bx + dx) * 67_108_864 + by + dy) ?? []) {
        if (Math.hypot(cell.sumX / cell.count - x, cell.sumY / cell.count - y) < near) return cell;
      }
    }
  }
  return null;
}

function absorb(host: Cell, cell: Cell): void {
  host.count += cell.count;
  host.west = Math.min(host.west, cell.west);
  host.east = Math.max(host.east, cell.east);
  host.north = Math.min(host.north, cell.north);
  host.south = Math.max(host.south, cell.south);
  // The host stays where it is: else what was far enough from it may no longer be.
  host.sumX += (host.sumX / (host.count - cell.count)) * cell.count;
  host.sumY += (host.sumY / (host.count - cell.count)) * cell.count;
}

function finish(cell: Cell): Group {
  const [lon, lat] = unmercator(cell.sumX / cell.count, cell.sumY / cell.count);
  const [west, north] = unmercator(cell.west, cell.north);
  const [east, south] = unmercator(cell.east, cell.south);
  return { lon, lat, count: cell.count, row: cell.row, west, south, east, north };
}

export function cluster(table: Table, rows: Uint32Array, zoom: number): Clusters {
  const { x, y } = positionsOf(table);
  const shown = manners(table);
  const level = Math.min(Math.max(0, Math.floor(zoom)), kFinest);
  const points = new Grid(level);
  const rings = new Grid(level);
  const countries = new Map<number, number>();
  let unplaced = 0;
  for (const row of rows) {
    const manner = shown[table.precision[row]!] ?? 'lane';
    const country = table.country[row]!;
    if (manner === 'country' && country >= 0) countries.set(country, (countries.get(country) ?? 0) + 1);
    else if (Number.isNaN(x[row]!) || manner === 'lane' || manner === 'country') unplaced++;
    else (manner === 'ring' ? rings : points).add(row, x[row]!, y[row]!);
  }
  return { points: points.groups(), rings: rings.groups(), countries, unplaced };
}

/** The box that holds all points, for the first look; null where there are none. */
export function extent(table: Table, rows: Uint32Array): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const lon = table.lon[row]!;
    const lat = table.lat[row]!;
    if (Number.isNaN(lon)) continue;
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : null;
}
