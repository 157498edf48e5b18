// The map's style. No glyphs are named, so labels are drawn with the fonts of the machine.

import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { kKindNames, type Kind } from '../ui/palette';
import { colour } from '../ui/colours';
import { countryName } from '../ui/words';
import type { Basemap } from './basemap';

const kFont = ['sans-serif'];
const nothing = { type: 'FeatureCollection' as const, features: [] };

function source(data: GeoJSON.GeoJSON) {
  return { type: 'geojson' as const, data, tolerance: 0.3 };
}

function labels({ countries, towns }: Basemap): GeoJSON.FeatureCollection {
  const point = (lon: number, lat: number, properties: Record<string, unknown>) => ({
    type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [lon, lat] }, properties,
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...countries.features.map(({ properties: p }) =>
        // The size is in degrees across: a name is shown once its country is about as wide as it.
        point(p.lon, p.lat, {
          kind: 'country', name: countryName(p.code) || p.name, order: -p.size,
          from: Math.max(1, 6.3 - Math.log2(Math.max(p.size, 0.1)) - 1),
        }),
      ),
      ...towns.map(([name, lon, lat, rank, capital]) =>
        point(lon, lat, { kind: 'town', name, order: rank - capital * 2, from: 3.6 + rank * 0.45 - capital }),
      ),
    ],
  };
}

function groundLayers(): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colour('--water') } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colour('--land') } },
    {
      id: 'areas', type: 'fill', source: 'countries',
      paint: {
        'fill-color': colour('--accent'),
        'fill-opacity': ['interpolate', ['linear'], ['coalesce', ['feature-state', 'share'], 0], 0, 0, 0.01, 0.1, 1, 0.34],
      },
    },
    {
      id: 'borders', type: 'line', source: 'countries',
      paint: { 'line-color': colour('--border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.1] },
    },
    {
      id: 'labels', type: 'symbol', source: 'labels', filter: ['<=', ['get', 'from'], ['zoom']],
      layout: {
        'text-field': ['get', 'name'], 'text-font': kFont, 'symbol-sort-key': ['get', 'order'],
        'text-size': ['match', ['get', 'kind'], 'country', 12, 11], 'text-max-width': 8, 'text-padding': 4,
      },
      paint: {
        'text-color': ['match', ['get', 'kind'], 'country', colour('--ink'), colour('--ink-soft')],
        'text-opacity': ['match', ['get', 'kind'], 'country', 0.75, 1],
        'text-halo-color': colour('--land'), 'text-halo-width': 1.2,
      },
    },
  ];
}

function kindColour(): unknown {
  const cases = (Object.keys(kKindNames) as Kind[]).flatMap((kind) => [kind, colour(`--kind-${kind}`)]);
  return ['match', ['get', 'kind'], ...cases, colour('--accent')];
}

function incidentLayers(): LayerSpecification[] {
  const number = {
    'text-field': ['get', 'label'], 'text-font': kFont, 'text-size': 12,
    'text-allow-overlap': true, 'text-ignore-placement': true,
  };
  const layers: unknown[] = [
    {
      id: 'rings', type: 'line', source: 'rings', filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': colour('--accent'), 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
    {
      id: 'ring-fill', type: 'fill', source: 'rings', filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour('--accent'), 'fill-opacity': 0.1 },
    },
    {
      id: 'ring-counts', type: 'symbol', source: 'rings', filter: ['==', ['geometry-type'], 'Point'],
      layout: { ...number, 'text-anchor': 'bottom' },
      paint: { 'text-color': colour('--accent'), 'text-halo-color': colour('--land'), 'text-halo-width': 1.5 },
    },
    {
      id: 'area-counts', type: 'symbol', source: 'area-counts', minzoom: 2.4, layout: { ...number, 'text-offset': [0, 1.3] },
      paint: { 'text-color': colour('--accent'), 'text-halo-color': colour('--land'), 'text-halo-width': 1.5 },
    },
    {
      id: 'clusters', type: 'circle', source: 'points', filter: ['>', ['get', 'count'], 1],
      paint: {
        'circle-color': colour('--accent'), 'circle-opacity': 0.88,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1.4, 10, 10, 15, 60, 21, 220, 25],
        'circle-stroke-color': colour('--panel'), 'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'cluster-counts', type: 'symbol', source: 'points', filter: ['>', ['get', 'count'], 1],
      layout: { ...number, 'text-size': 11.5 }, paint: { 'text-color': colour('--on-accent') },
    },
    {
      id: 'singles', type: 'circle', source: 'points', filter: ['==', ['get', 'count'], 1],
      paint: {
        'circle-color': kindColour(), 'circle-radius': 6,
        'circle-stroke-color': colour('--panel'), 'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'selected', type: 'circle', source: 'selected', filter: ['==', ['get', 'manner'], 'point'],
      paint: {
        'circle-radius': 11, 'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': colour('--ink'), 'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'selected-area', type: 'line', source: 'selected', filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': colour('--ink'), 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
  ];
  return layers as LayerSpecification[];
}

export function mapStyle(basemap: Basemap): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { ...source(basemap.countries), promoteId: 'code' },
      labels: source(labels(basemap)),
      points: source(nothing),
      rings: source(nothing),
      'area-counts': source(nothing),
      selected: source(nothing),
    },
    layers: [...groundLayers(), ...incidentLayers()],
  };
}
