import { feature } from 'topojson-client';
import { expect, it } from 'vitest';
// @ts-expect-error it is plain JavaScript
import { basemap } from './basemap.mjs';

const map = basemap();
const world = feature(map, map.objects.countries) as unknown as GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { code: string }>;

it('cuts countries at the antimeridian: no line runs across the map', () => {
  for (const { geometry, properties } of world.features) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of parts.flat()) {
      for (let i = 1; i < ring.length; ++i) {
        const alongThePole = ring[i]![1]! < -89;
        const wide = Math.abs(ring[i]![0]! - ring[i - 1]![0]!);
        if (!alongThePole) expect(wide, properties.code).toBeLessThan(90);
      }
    }
  }
});

it('has the countries that are near it, with their codes', () => {
  const codes = new Set(world.features.map((one) => one.properties.code));
  for (const code of ['RU', 'FJ', 'AQ', 'IQ', 'NE', 'XK', 'MV', 'US']) expect(codes).toContain(code);
  expect(world.features.length).toBeGreaterThan(235);
});

it('has capitals first', () => {
  expect(map.towns.length).toBeGreaterThan(1000);
  expect(map.towns[0][4]).toBe(1);
});
