// MapLibre behind a few verbs, so that the component deals with state only.

import { AttributionControl, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource, MapGeoJSONFeature } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Table } from '../api/table';
import type { Box } from '../state/filters';
import type { MapView } from '../state/address';
import type { Basemap } from './basemap';
import { cluster, extent, type Clusters, type Group } from './cluster';
import { collection, incidentFeatures, selectedFeature, shares } from './features';
import { addLabels, mapStyle, type IncidentSources } from './style';
import { kFarthest, kMargin, kNearest, kNearestAtFirst } from './view';

setWorkerUrl(workerUrl);

export type Hit =
  | { kind: 'group'; group: Group }
  | { kind: 'country'; code: string }
  | { kind: 'nothing' };

const kHitLayers = ['singles', 'clusters', 'ring-fill', 'areas'];

export interface Events {
  moved: (view: MapView) => void;
  hit: (hit: Hit) => void;
  counted: (clusters: Clusters) => void;
  drawn: (incidents: number) => void; // these rows are on the screen; names of places may come later
}

export interface Start {
  view: MapView | null; // null: there is nothing to look at yet
  table: Table | null;
  rows: Uint32Array;
  selected: number | undefined;
}

export class Painter {
  readonly #map: MapLibre;
  readonly #basemap: Basemap;
  readonly #events: Events;
  #table: Table | null;
  #rows: Uint32Array;
  #selected: number | undefined;
  #clusters: Clusters | null = null;
  #level = -1;
  #tinted: string[] = [];
  #framed: boolean; // the first look has been given, by the address or by what there is to see
  #unmarked = false; // nothing is in the source of the open incident
  #awaited: number | null = null; // rows that were handed to MapLibre and are not on the screen yet

  constructor(container: HTMLElement, basemap: Basemap, { view, table, rows, selected }: Start, events: Events) {
    this.#basemap = basemap;
    this.#events = events;
    this.#table = table;
    this.#rows = rows;
    this.#selected = selected;
    this.#framed = view !== null;
    const zoom = view?.zoom ?? 1;
    this.#map = new MapLibre({
      container, zoom,
      center: view ? [view.lon, view.lat] : [20, 20],
      style: mapStyle(basemap, this.#sources(zoom)),
      attributionControl: false,
      minZoom: kFarthest, maxZoom: kNearest,
      dragRotate: false, pitchWithRotate: false, touchPitch: false,
      fadeDuration: 0, renderWorldCopies: true,
      locale: { 'Map.Title': 'The world; arrow keys move it' },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(
      new AttributionControl({ compact: true, customAttribution: 'Natural Earth; GeoNames' }), 'bottom-right',
    );
    this.#listen();
    this.#settle();
  }

  #listen(): void {
    const map = this.#map;
    map.on('zoom', () => this.#paint(false));
    map.on('moveend', (event) => {
      if ('resized' in event) return; // it looks where it looked before
      const { lng, lat } = map.getCenter().wrap();
      this.#events.moved({ lon: lng, lat, zoom: map.getZoom() });
    });
    map.on('click', (event) => this.#events.hit(this.#hitOf(map.queryRenderedFeatures(event.point, { layers: kHitLayers })[0])));
    map.on('mousemove', (event) => {
      const over = map.queryRenderedFeatures(event.point, { layers: kHitLayers })[0];
      map.getCanvas().style.cursor = this.#hitOf(over).kind === 'nothing' ? '' : 'pointer';
    });
  }

  #hitOf(feature: MapGeoJSONFeature | undefined): Hit {
    const index = Number(feature?.properties.index);
    const layer = feature?.layer.id;
    const groups = layer === 'ring-fill' ? this.#clusters?.rings : this.#clusters?.points;
    if (layer === 'areas') {
      const code = String(feature?.properties.code ?? '');
      return this.#tinted.includes(code) ? { kind: 'country', code } : { kind: 'nothing' };
    }
    const group = layer ? groups?.[index] : undefined;
    return group ? { kind: 'group', group } : { kind: 'nothing' };
  }

  show(table: Table, rows: Uint32Array): void {
    if (table === this.#table && rows === this.#rows) return;
    this.#table = table;
    this.#rows = rows;
    this.#frame(table, rows);
    this.#paint(true);
  }

  #frame(table: Table, rows: Uint32Array): void {
    const box = this.#framed ? null : extent(table, rows);
    if (!box) return;
    this.#framed = true;
    this.#map.fitBounds(box, { padding: kMargin, maxZoom: kNearestAtFirst, animate: false });
  }

  select(row: number | undefined): void {
    this.#selected = row;
    const table = this.#table;
    if (!table || !this.#clusters || !this.#ready()) return;
    const look = { zoom: this.#map.getZoom(), clusters: this.#clusters };
    this.#setSelected(selectedFeature(table, row, this.#basemap, look));
    if (row === undefined) return;
    const [lon, lat] = [table.lon[row]!, table.lat[row]!];
    if (Number.isNaN(lon) || this.#map.getBounds().contains([lon, lat])) return;
    this.#map.easeTo({ center: [lon, lat], duration: 300 });
  }

  /** Into a cluster, unless all of it lies at one spot. */
  enter(group: Group): boolean {
    const wide = Math.max(group.east - group.west, group.north - group.south);
    if (wide < 0.002 || this.#map.getZoom() >= 13.5) return false;
    this.#map.fitBounds([group.west, group.south, group.east, group.north], { padding: 70, maxZoom: 13.6, duration: 350 });
    return true;
  }

  fit(box: Box): void {
    this.#map.fitBounds(box, { padding: kMargin, maxZoom: 8, duration: 350 });
  }

  view(): Box {
    const bounds = this.#map.getBounds();
    const within = (n: number) => Math.round(Math.max(-180, Math.min(180, n)) * 1000) / 1000;
    return [within(bounds.getWest()), within(bounds.getSouth()), within(bounds.getEast()), within(bounds.getNorth())];
  }

  restyle(): void {
    this.#map.setStyle(mapStyle(this.#basemap, this.#sources(this.#map.getZoom())), { diff: false });
    this.#settle();
  }

  resize(): void {
    this.#map.resize({ resized: true });
  }

  remove(): void {
    this.#map.remove();
  }

  /** What a fresh style, once it is there, needs beside its sources. */
  #settle(): void {
    const rows = this.#rows;
    this.#tinted = [];
    this.#unmarked = false;
    this.#map.once('style.load', () => {
      if (rows !== this.#rows) return this.#paint(true); // they changed while it loaded
      this.#tint();
      this.#await();
    });
  }

  #ready(): boolean {
    return this.#map.getSource('incidents') !== undefined;
  }

  #paint(anew: boolean): void {
    const level = Math.floor(this.#map.getZoom());
    if (!this.#table || !this.#ready() || (!anew && level === this.#level)) return;
    const sources = this.#sources(level);
    this.#set('incidents', sources.incidents);
    this.#setSelected(sources.selected);
    this.#tint();
    this.#await();
  }

  #sources(zoom: number): IncidentSources {
    const table = this.#table;
    const level = Math.floor(zoom);
    if (!table) return { incidents: collection([]), selected: collection([]) };
    const clusters = cluster(table, this.#rows, level);
    this.#level = level;
    this.#clusters = clusters;
    this.#events.counted(clusters);
    return {
      incidents: incidentFeatures(table, clusters, this.#basemap, level),
      selected: selectedFeature(table, this.#selected, this.#basemap, { zoom: level, clusters }),
    };
  }

  /** Tells once a frame with the incidents is on the screen. */
  #await(): void {
    const waiting = this.#awaited !== null;
    this.#awaited = this.#rows.length;
    if (waiting) return;
    const look = () => {
      if (this.#awaited === null || !this.#map.isSourceLoaded('incidents')) return;
      const drawn = this.#awaited;
      this.#awaited = null;
      this.#map.off('render', look);
      this.#events.drawn(drawn);
      addLabels(this.#map, this.#basemap);
    };
    this.#map.on('render', look);
  }

  #tint(): void {
    for (const id of this.#tinted) this.#map.removeFeatureState({ source: 'countries', id });
    this.#tinted = [];
    if (!this.#table || !this.#clusters) return;
    for (const [id, share] of shares(this.#table, this.#clusters)) {
      this.#map.setFeatureState({ source: 'countries', id }, { share });
      this.#tinted.push(id);
    }
  }

  /** Mostly none is, and nothing is to be drawn anew. */
  #setSelected(data: GeoJSON.FeatureCollection): void {
    if (!data.features.length && this.#unmarked) return;
    this.#unmarked = !data.features.length;
    this.#set('selected', data);
  }

  #set(source: string, data: GeoJSON.FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
