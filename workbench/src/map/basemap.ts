// The base map: made by scripts/basemap.mjs, served with the program, fetched once.

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import url from 'virtual:basemap';

export interface CountryProperties { code: string; name: string; lon: number; lat: number; size: number }
export type Countries = FeatureCollection<Polygon | MultiPolygon, CountryProperties>;
type Town = [name: string, lon: number, lat: number, rank: number, capital: 0 | 1];

export interface Basemap {
  countries: Countries;
  towns: Town[];
  labelOf: Map<string, [lon: number, lat: number]>; // by alpha-2
}

interface Wire extends Topology<{ countries: GeometryCollection<CountryProperties> }> { towns: Town[] }

let loaded: Promise<Basemap> | null = null;

export function loadBasemap(): Promise<Basemap> {
  loaded ??= fetchBasemap().catch((error: unknown) => {
    loaded = null; // the next try fetches again
    throw error;
  });
  return loaded;
}

async function fetchBasemap(): Promise<Basemap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The base map could not be loaded (${response.status}).`);
  const wire = (await response.json()) as Wire;
  const countries = feature(wire, wire.objects.countries) as Countries;
  const labelOf = new Map<string, [number, number]>();
  for (const { properties: p } of countries.features) if (p.code) labelOf.set(p.code, [p.lon, p.lat]);
  return { countries, towns: wire.towns, labelOf };
}
