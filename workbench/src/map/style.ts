// The map's style. No glyphs are named, so labels are drawn with the fonts of the machine.

import type { LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { kKindNames, type Kind } from '../ui/palette';
import { colour } from '../ui/colours';
import { countryName } from '../ui/words';
import type { Basemap } from './basemap';
import type { Part } from './features';
import {
  kAreaCountsFrom, kClusterOpacity, kClusterRadii, kEdge, kRingDashes, kRingFill, kRingWidth, kSingleRadius, kTints,
} from './looks';

const kFont = ['sans-serif'];
const kLowest = 'rings'; // layer of incidents

/** What changes with the rows in view. */
export interface IncidentSources {
  incidents: GeoJSON.FeatureCollection; // points, rings and counts: one source, so that a filter is drawn in one go
  selected: GeoJSON.FeatureCollection;
}

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

const pairs = (steps: readonly (readonly [number, number])[]) => steps.flat();

function groundLayers(): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colour('--water') } },
    {
      id: 'land', type: 'fill', source: 'countries',
      paint: { 'fill-color': colour('--land'), 'fill-antialias': false }, // borders cover the edges
    },
    {
      id: 'areas', type: 'fill', source: 'countries',
      paint: {
        'fill-color': colour('--accent'), 'fill-antialias': false,
        'fill-opacity': ['interpolate', ['linear'], ['coalesce', ['feature-state', 'share'], 0], ...pairs(kTints)],
      },
    },
    {
      id: 'borders', type: 'line', source: 'countries',
      paint: { 'line-color': colour('--border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.1] },
    },
  ];
}

/** Names of countries and towns. */
function labelLayer(): LayerSpecification {
  return {
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
  };
}

function kindColour(): unknown {
  const cases = (Object.keys(kKindNames) as Kind[]).flatMap((kind) => [kind, colour(`--kind-${kind}`)]);
  return ['match', ['get', 'kind'], ...cases, colour('--accent')];
}

const part = (name: Part) => ['==', ['get', 'part'], name];

function incidentLayers(): LayerSpecification[] {
  const number = { 'text-field': ['get', 'label'], 'text-font': kFont, 'text-size': 12 };
  const always = { 'text-allow-overlap': true, 'text-padding': 6 }; // names keep away from these
  const layers: unknown[] = [
    {
      id: kLowest, type: 'line', source: 'incidents', filter: part('ring'),
      paint: { 'line-color': colour('--accent'), 'line-width': kRingWidth, 'line-dasharray': [...kRingDashes] },
    },
    {
      id: 'ring-fill', type: 'fill', source: 'incidents', filter: part('ring'),
      paint: { 'fill-color': colour('--accent'), 'fill-opacity': kRingFill, 'fill-antialias': false },
    },
    {
      id: 'area-counts', type: 'symbol', source: 'incidents', filter: part('area-count'), minzoom: kAreaCountsFrom,
      layout: {
        ...number, 'symbol-sort-key': ['-', ['get', 'count']], 'text-max-width': 8, 'text-radial-offset': 0.6,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      },
      paint: { 'text-color': colour('--accent'), 'text-halo-color': colour('--land'), 'text-halo-width': 1.5 },
    },
    {
      id: 'ring-counts', type: 'symbol', source: 'incidents', filter: part('ring-count'),
      layout: { ...number, ...always, 'text-anchor': 'bottom' },
      paint: { 'text-color': colour('--accent'), 'text-halo-color': colour('--land'), 'text-halo-width': 1.5 },
    },
    {
      id: 'clusters', type: 'circle', source: 'incidents', filter: part('cluster'),
      paint: {
        'circle-color': colour('--accent'), 'circle-opacity': kClusterOpacity,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], ...pairs(kClusterRadii)],
        'circle-stroke-color': colour('--panel'), 'circle-stroke-width': kEdge,
      },
    },
    {
      id: 'cluster-counts', type: 'symbol', source: 'incidents', filter: part('cluster'),
      layout: { ...number, ...always, 'text-size': 11.5 }, paint: { 'text-color': colour('--on-accent') },
    },
    {
      id: 'singles', type: 'circle', source: 'incidents', filter: part('single'),
      paint: {
        'circle-color': kindColour(), 'circle-radius': kSingleRadius,
        'circle-stroke-color': colour('--panel'), 'circle-stroke-width': kEdge,
      },
    },
    {
      id: 'selected', type: 'circle', source: 'selected', filter: ['==', ['get', 'manner'], 'point'],
      paint: {
        'circle-radius': ['get', 'radius'], 'circle-color': 'rgba(0, 0, 0, 0)',
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

/** All but the names: these make the first frame late, and can come a frame later. */
export function mapStyle(basemap: Basemap, incidents: IncidentSources): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { ...source(basemap.countries), promoteId: 'code' },
      incidents: source(incidents.incidents),
      selected: source(incidents.selected),
    },
    layers: [...groundLayers(), ...incidentLayers()],
  };
}

/** The names, below the incidents. */
export function addLabels(map: MapLibre, basemap: Basemap): void {
  if (map.getSource('labels')) return;
  map.addSource('labels', source(labels(basemap)));
  map.addLayer(labelLayer(), kLowest);
}
