// Makes the base map that the workbench carries: countries of Natural Earth (by way of world-atlas),
// cut at the antimeridian, thinned and quantised, with a point for each label; and the towns of the
// project's own gazetteer that are large enough to find one's way by.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { geoArea, geoCentroid, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const require = createRequire(import.meta.url);
const numericToAlpha2 = new Map(
  require('i18n-iso-countries/codes.json').map(([alpha2, , numeric]) => [numeric, alpha2]),
);
// Natural Earth has these without a number of ISO 3166.
const byName = { Kosovo: 'XK' };

const kKeptPoints = 0.35; // share of the points of 1:50m that the thinned map keeps
const kAlwaysKept = 6; // parts of a country, however small
const kSmallestIsland = 5e-6; // steradians: about 200 square kilometres
const kQuantum = 12000; // steps across the world: about 3 km

/** Degrees in, degrees out; d3 cuts what crosses 180° on the way. */
function cutAtAntimeridian(collection) {
  const projection = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
  return geoProject(collection, projection);
}

function alpha2(country) {
  return numericToAlpha2.get(country.id) ?? byName[country.properties.name] ?? '';
}

/** Drops islets that no map of this scale shows, but never a country's largest parts. */
function withoutIslets(country) {
  if (country.geometry.type !== 'MultiPolygon') return;
  const parts = country.geometry.coordinates
    .map((coordinates) => ({ coordinates, area: geoArea({ type: 'Polygon', coordinates }) }))
    .sort((a, b) => b.area - a.area);
  country.geometry.coordinates = parts
    .filter((part, i) => i < kAlwaysKept || part.area > kSmallestIsland)
    .map((part) => part.coordinates);
}

/** Where a country's name goes: the middle of its largest part, and how large that is. */
function label(country) {
  const parts =
    country.geometry.type === 'MultiPolygon'
      ? country.geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
      : [country.geometry];
  const areas = parts.map((part) => geoArea(part));
  const largest = parts[areas.indexOf(Math.max(...areas))];
  const [lon, lat] = geoCentroid(largest);
  return { lon: round(lon), lat: round(lat), size: round(Math.sqrt(Math.max(...areas)) * 57.3) };
}

const round = (n) => Math.round(n * 100) / 100;

export function countries() {
  const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const world = feature(atlas, atlas.objects.countries);
  const labels = world.features.map(label);
  world.features.forEach((country, i) => {
    withoutIslets(country);
    country.properties = { code: alpha2(country), name: country.properties.name, ...labels[i] };
    delete country.id;
  });
  const cut = topology({ countries: cutAtAntimeridian(world) });
  const weighted = presimplify(cut);
  const thin = simplify(weighted, quantile(weighted, kKeptPoints));
  return topology({ countries: feature(thin, thin.objects.countries) }, kQuantum);
}

/** Columns: name, lon, lat, rank (0 largest), capital. */
export function towns(gazetteer, smallest = 500_000) {
  const rows = gunzipSync(readFileSync(gazetteer)).toString('utf8').split('\n');
  const chosen = [];
  for (const row of rows) {
    if (row.startsWith('#')) continue;
    const [, name, , lat, lon, , , population, kind, flags] = row.split('\t');
    const capital = flags === '1';
    if (kind !== 'P' || (Number(population) < smallest && !capital)) continue;
    chosen.push([name, round(Number(lon)), round(Number(lat)), Number(population), capital ? 1 : 0]);
  }
  chosen.sort((a, b) => b[4] - a[4] || b[3] - a[3] || a[0].localeCompare(b[0]));
  return chosen.map(([name, lon, lat, population, capital]) => [
    name, lon, lat, Math.max(0, Math.round(4 * Math.log10(2e7 / Math.max(population, 1e4)))), capital,
  ]);
}

export function basemap() {
  const gazetteer = new URL('../../models/gazetteer.tsv.gz', import.meta.url);
  return { ...countries(), towns: towns(gazetteer) };
}
