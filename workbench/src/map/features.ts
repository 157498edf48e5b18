// Clusters as GeoJSON for MapLibre's sources.

import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Table } from '../api/table';
import { kindOf } from '../ui/palette';
import { countryName, number } from '../ui/words';
import type { Basemap } from './basemap';
import type { Clusters, Group } from './cluster';
import { between, kClusterRadii, kSingleRadius } from './looks';
import { circle } from './mercator';

const kRingKm = 60; // a division of the first level is some such half-width across

function point(lon: number, lat: number, properties: Record<string, unknown>): Feature<Point> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

/** What a feature of the incidents is drawn as. */
export type Part = 'cluster' | 'single' | 'ring' | 'ring-count' | 'area-count';

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

export function short(n: number): string {
  return n < 10_000 ? number(n) : `${Math.round(n / 1000)}k`;
}

/** All that a map of these clusters shows, but for the tints. */
export function incidentFeatures(table: Table, clusters: Clusters, basemap: Basemap, zoom: number): FeatureCollection {
  return collection([
    ...ringFeatures(clusters.rings, zoom), ...areaCounts(table, clusters, basemap), ...pointFeatures(table, clusters.points),
  ]);
}

function pointFeatures(table: Table, groups: Group[]): Feature[] {
  return groups.map((group, index) => {
    const part: Part = group.count > 1 ? 'cluster' : 'single';
    const kind = kindOf(table.names.types[table.type[group.row]!] ?? '');
    return point(group.lon, group.lat, { part, index, count: group.count, label: short(group.count), kind });
  });
}

/** Wide enough to be seen at this zoom, and never narrower than the doubt. */
export function ringKm(lat: number, zoom: number, count: number): number {
  const kmOfPixel = (40_075 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  return Math.max(kRingKm, kmOfPixel * (count > 99 ? 27 : count > 9 ? 19 : 13));
}

function ringFeatures(groups: Group[], zoom: number): Feature[] {
  return groups.flatMap((group, index): Feature[] => {
    const km = ringKm(group.lat, zoom, group.count);
    const properties = { index, count: group.count, label: short(group.count) };
    const part = (name: Part) => ({ ...properties, part: name });
    return [
      { type: 'Feature', geometry: { type: 'Polygon', coordinates: [circle(group.lon, group.lat, km)] }, properties: part('ring') },
      // The number stands on the ring's northern edge, where no cluster hides it.
      point(group.lon, group.lat + km / 110.57, part('ring-count')),
    ];
  });
}

/** How much of the tint each country gets, by alpha-2: the one with the most incidents all of it. */
export function shares(table: Table, clusters: Clusters): Map<string, number> {
  const most = Math.max(1, ...clusters.countries.values());
  const out = new Map<string, number>();
  for (const [index, count] of clusters.countries) {
    const code = table.names.countries[index];
    if (code) out.set(code, Math.sqrt(count / most));
  }
  return out;
}

export function areaCounts(table: Table, clusters: Clusters, basemap: Basemap): Feature[] {
  return [...clusters.countries].flatMap(([index, count]) => {
    const code = table.names.countries[index] ?? '';
    const at = basemap.labelOf.get(code);
    const part: Part = 'area-count';
    return at ? [point(at[0], at[1], { part, code, count, label: `${countryName(code)} ${short(count)}` })] : [];
  });
}

const kRounding = 1e-6; // degrees that a way to Mercator and back may cost

function markRound(lon: number, lat: number, groups: Group[]): Feature<Point> {
  const within = (low: number, n: number, high: number) => n >= low - kRounding && n <= high + kRounding;
  const inside = groups.find((one) => one.count > 1 && within(one.west, lon, one.east) && within(one.south, lat, one.north));
  if (!inside) return point(lon, lat, { manner: 'point', radius: kSingleRadius + 5 });
  return point(inside.lon, inside.lat, { manner: 'point', radius: between(kClusterRadii, Math.sqrt(inside.count)) + 4 });
}

/** The incident that is open: a mark round its point or the cluster that it is in, its ring, or its country's outline. */
export function selectedFeature(
  table: Table, row: number | undefined, basemap: Basemap, { zoom, clusters }: { zoom: number; clusters: Clusters },
): FeatureCollection {
  if (row === undefined) return collection([]);
  const [lon, lat] = [table.lon[row]!, table.lat[row]!];
  const precision = table.names.precisions[table.precision[row]!];
  if (precision === 'country') {
    const code = table.names.countries[table.country[row]!];
    const country = basemap.countries.features.find((one) => one.properties.code === code);
    return collection(country ? [{ ...country, properties: { manner: 'area' } }] : []);
  }
  if (Number.isNaN(lon) || precision === 'unknown') return collection([]);
  if (precision !== 'admin1') return collection([markRound(lon, lat, clusters.points)]);
  const ring = circle(lon, lat, ringKm(lat, zoom, 1));
  return collection([
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { manner: 'area' } },
  ]);
}
