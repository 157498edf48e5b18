import { describe, expect, it } from 'vitest';
import { tableOf, type Row } from '../testing';
import { cluster, extent } from './cluster';
import { circle, mercator, unmercator } from './mercator';

const all = (rows: Row[]) => Uint32Array.from(rows.keys());
const clustersOf = (rows: Row[], zoom: number) => cluster(tableOf(rows), all(rows), zoom);

describe('cluster', () => {
  const near: Row[] = [{ lat: 35, lon: 44 }, { lat: 35.003, lon: 44.003 }, { lat: -20, lon: -60 }];

  it('joins what would lie on each other, until one looks closer', () => {
    expect(clustersOf(near, 2).points.map((one) => one.count).sort()).toEqual([1, 2]);
    expect(clustersOf(near, 14).points.map((one) => one.count)).toEqual([1, 1, 1]);
  });
  it('makes no pin of what is known to the country or the province only', () => {
    const rows: Row[] = [
      { precision: 'country', country: 'IQ' }, { precision: 'country', country: 'IQ' },
      { precision: 'admin1' }, { precision: 'unknown', lat: null, lon: null },
      { precision: 'country', lat: null, lon: null },
    ];
    const found = clustersOf(rows, 5);
    expect(found.points).toEqual([]);
    expect(found.rings).toHaveLength(1);
    expect([...found.countries]).toEqual([[0, 2]]);
    expect(found.unplaced).toBe(2);
  });
  it('loses nobody, at any zoom', () => {
    let seed = 9;
    const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const kinds = ['exact', 'city', 'near', 'admin1', 'country', 'unknown'];
    const rows: Row[] = Array.from({ length: 3000 }, () => ({
      lat: random() * 170 - 85, lon: random() * 360 - 180, country: 'IQ',
      precision: kinds[Math.floor(random() * kinds.length)]!,
    }));
    for (const zoom of [0, 1.7, 4, 9, 14]) {
      const found = clustersOf(rows, zoom);
      const sum = (groups: { count: number }[]) => groups.reduce((n, one) => n + one.count, 0);
      const inCountries = [...found.countries.values()].reduce((a, b) => a + b, 0);
      expect(sum(found.points) + sum(found.rings) + inCountries + found.unplaced).toBe(rows.length);
    }
  });
  it('keeps clusters apart on the screen', () => {
    const rows: Row[] = Array.from({ length: 500 }, (_, i) => ({ lat: 30 + (i % 25) * 0.4, lon: 40 + Math.floor(i / 25) * 0.4 }));
    const groups = clustersOf(rows, 5).points;
    for (const a of groups) {
      for (const b of groups) {
        if (a === b) continue;
        const [ax, ay] = mercator(a.lon, a.lat);
        const [bx, by] = mercator(b.lon, b.lat);
        expect(Math.hypot(ax - bx, ay - by) * 512 * 2 ** 5).toBeGreaterThan(30);
      }
    }
  });
});

it('mercator can be undone', () => {
  for (const [lon, lat] of [[0, 0], [44.3, 36.5], [-179.9, -84], [180, 85]] as const) {
    const [back, up] = unmercator(...mercator(lon, lat));
    expect(back).toBeCloseTo(lon, 9);
    expect(up).toBeCloseTo(lat, 9);
  }
});

it('a circle is as wide on the ground as it says', () => {
  const ring = circle(44, 60, 111.32);
  expect(Math.max(...ring.map(([lon]) => lon)) - 44).toBeCloseTo(2, 1); // a degree is half as wide at 60 north
  expect(ring[0]).toEqual(ring[ring.length - 1]!.map((n, i) => expect.closeTo(n, i ? 9 : 9)));
});

it('the first look holds all points', () => {
  const rows: Row[] = [{ lat: 10, lon: 20 }, { lat: -5, lon: 33 }, { lat: null, lon: null }];
  expect(extent(tableOf(rows), all(rows))).toEqual([20, -5, 33, 10]);
  expect(extent(tableOf([{ lat: null, lon: null }]), Uint32Array.from([0]))).toBeNull();
});
