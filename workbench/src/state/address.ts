// The address of a page holds all that can be shared or gone back to. Parsing never fails: what is not
// understood is left out.

import { readFilters, writeFilters, type Filters } from './filters';
import type { SortKey } from './select';

export const kTabs = ['overview', 'outlets', 'brief', 'log', 'add'] as const;
export type Tab = (typeof kTabs)[number];
export interface MapView { lon: number; lat: number; zoom: number }

export interface Address {
  tab: Tab;
  outlet: string | null; // of the outlet's own page
  filters: Filters;
  map: MapView | null;
  sort: SortKey;
  pane: 'list' | 'map'; // which of the two a narrow screen shows
  incident: string | null;
  report: string | null; // the report that is being read
  mark: string | null; // the claim whose sentence is looked at
}

const kSorts: SortKey[] = ['newest', 'oldest', 'toll', 'sources'];

export function readAddress(path: string, search: string): Address {
  const query = new URLSearchParams(search);
  const first = path.split('/').find(Boolean) ?? '';
  const tab = kTabs.find((name) => name === first) ?? 'overview';
  return {
    tab,
    outlet: tab === 'outlets' ? identifier(query.get('name')) : null,
    filters: readFilters(query),
    map: readMap(query.get('map')),
    sort: kSorts.find((key) => key === query.get('sort')) ?? 'newest',
    pane: query.get('pane') === 'map' ? 'map' : 'list',
    incident: identifier(query.get('incident')),
    report: identifier(query.get('report')),
    mark: query.get('mark'),
  };
}

export function writeAddress(address: Address): string {
  const query = writeFilters(address.filters);
  const { map } = address;
  if (address.tab === 'outlets' && address.outlet) query.set('name', address.outlet);
  if (map) query.set('map', [map.lon.toFixed(3), map.lat.toFixed(3), map.zoom.toFixed(2)].join(','));
  if (address.sort !== 'newest') query.set('sort', address.sort);
  if (address.pane !== 'list') query.set('pane', address.pane);
  if (address.incident) query.set('incident', address.incident);
  if (address.report) query.set('report', address.report);
  if (address.mark) query.set('mark', address.mark);
  const text = query.toString();
  const path = address.tab === 'overview' ? '/' : `/${address.tab}`;
  return path + (text ? `?${text}` : '');
}

function identifier(text: string | null): string | null {
  return text && text.length <= 512 ? text : null;
}

function readMap(text: string | null): MapView | null {
  const [lon, lat, zoom] = (text ?? '').split(',').map(Number);
  if (!text || lon === undefined || lat === undefined || zoom === undefined) return null;
  const fine = Math.abs(lon) <= 540 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24;
  return fine ? { lon, lat, zoom } : null;
}
