import { describe, expect, it } from 'vitest';
import { tableOf, type Row } from '../testing';
import type { Basemap } from './basemap';
import { cluster } from './cluster';
import { areaCounts, selectedFeature, shares } from './features';

const square = { type: 'Polygon' as const, coordinates: [[[40, 30], [50, 30], [50, 40], [40, 40], [40, 30]]] };
const basemap: Basemap = {
  countries: {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: square, properties: { code: 'IQ', name: 'Iraq', lon: 44, lat: 33, size: 6 } }],
  },
  towns: [],
  labelOf: new Map([['IQ', [44, 33]]]),
};

function marked(rows: Row[], row: number | undefined, zoom: number) {
  const table = tableOf(rows);
  const clusters = cluster(table, Uint32Array.from(rows.keys()), zoom);
  return selectedFeature(table, row, basemap, { zoom, clusters }).features;
}

describe('the mark of the open incident', () => {
  const rows: Row[] = [{ lat: 35, lon: 44 }, { lat: 35.4, lon: 44.4 }, { lat: -20, lon: -60 }];
  it('is round the cluster that it is in, and larger than that', () => {
    const [group] = cluster(tableOf(rows), Uint32Array.from(rows.keys()), 2).points;
    const [mark] = marked(rows, 1, 2);
    expect(group!.count).toBe(2);
    expect(mark!.geometry).toMatchObject({ type: 'Point', coordinates: [group!.lon, group!.lat] });
    expect(mark!.properties!.radius).toBeGreaterThan(14);
  });
  it('is round itself where it stands alone', () => {
    expect(marked(rows, 1, 12)[0]!.geometry).toMatchObject({ type: 'Point', coordinates: [44.4, 35.4] });
    expect(marked(rows, 2, 2)[0]!.geometry).toMatchObject({ type: 'Point', coordinates: [-60, -20] });
  });
  it('is an area where only that is known, and nothing where nothing is', () => {
    expect(marked([{ precision: 'admin1' }], 0, 4)[0]!.geometry.type).toBe('Polygon');
    expect(marked([{ precision: 'country', country: 'IQ', lat: 33, lon: 44 }], 0, 4)[0]!.geometry).toBe(square);
    expect(marked([{ precision: 'unknown', lat: null, lon: null }], 0, 4)).toEqual([]);
    expect(marked(rows, undefined, 4)).toEqual([]);
  });
});

it('countries are tinted by their share and counted with their name', () => {
  const table = tableOf([
    { precision: 'country', country: 'IQ' }, { precision: 'country', country: 'IQ' }, { precision: 'country', country: 'IQ' },
    { precision: 'country', country: 'IQ' }, { precision: 'country', country: 'SY' },
  ]);
  const clusters = cluster(table, Uint32Array.from([0, 1, 2, 3, 4]), 3);
  expect(shares(table, clusters)).toEqual(new Map([['IQ', 1], ['SY', 0.5]]));
  expect(areaCounts(table, clusters, basemap).map((one) => one.properties!.label)).toEqual(['Iraq 4']);
});
