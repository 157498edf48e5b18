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
import { areaCounts, pointFeatures, ringFeatures, selectedFeature } from './features';
import { mapStyle } from './style';

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
  drawn: () => void; // for the first time, incidents and all
}

export class Painter {
  readonly #map: MapLibre;
  readonly #basemap: Basemap;
  readonly #events: Events;
  #table: Table | null = null;
  #rows: Uint32Array = new Uint32Array();
  #selected: number | undefined;
  #clusters: Clusters | null = null;
  #level = -1;
  #tinted: string[] = [];
  #framed: boolean; // the first look has been given, by the address or by what there is to see

  constructor(container: HTMLElement, basemap: Basemap, view: MapView | null, events: Events) {
    this.#basemap = basemap;
    this.#events = events;
    this.#framed = view !== null;
    this.#map = new MapLibre({
      container,
      center: view ? [view.lon, view.lat] : [20, 20],
      zoom: view?.zoom ?? 1,
      style: mapStyle(basemap),
      attributionControl: false,
      minZoom: 0.4, maxZoom: 14,
      dragRotate: false, pitchWithRotate: false, touchPitch: false,
      fadeDuration: 0, renderWorldCopies: true,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(
      new AttributionControl({ compact: true, customAttribution: 'Natural Earth; GeoNames' }), 'bottom-right',
    );
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    map.on('load', () => this.#paint(true));
    map.on('zoom', () => this.#paint(false));
    map.on('moveend', () => {
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
    this.#table = table;
    this.#rows = rows;
    this.#frame(table, rows);
    this.#paint(true);
  }

  #frame(table: Table, rows: Uint32Array): void {
    const box = this.#framed ? null : extent(table, rows);
    if (!box) return;
    this.#framed = true;
    this.#map.fitBounds(box, { padding: 48, maxZoom: 6, animate: false });
  }

  select(row: number | undefined): void {
    this.#selected = row;
    const table = this.#table;
    if (!table || !this.#ready()) return;
    this.#set('selected', selectedFeature(table, row, this.#basemap, this.#map.getZoom()));
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
    this.#map.fitBounds(box, { padding: 48, maxZoom: 8, duration: 350 });
  }

  view(): Box {
    const bounds = this.#map.getBounds();
    const within = (n: number) => Math.round(Math.max(-180, Math.min(180, n)) * 1000) / 1000;
    return [within(bounds.getWest()), within(bounds.getSouth()), within(bounds.getEast()), within(bounds.getNorth())];
  }

  restyle(): void {
    this.#map.setStyle(mapStyle(this.#basemap), { diff: false });
    this.#map.once('style.load', () => {
      this.#tinted = [];
      this.#paint(true);
    });
  }

  resize(): void {
    this.#map.resize();
  }

  remove(): void {
    this.#map.remove();
  }

  #ready(): boolean {
    return this.#map.getSource('points') !== undefined;
  }

  #paint(anew: boolean): void {
    const table = this.#table;
    const level = Math.floor(this.#map.getZoom());
    if (!table || !this.#ready() || (!anew && level === this.#level)) return;
    this.#level = level;
    const clusters = cluster(table, this.#rows, level);
    if (!this.#clusters) this.#tellOnceDrawn();
    this.#clusters = clusters;
    this.#set('points', pointFeatures(table, clusters.points));
    this.#set('rings', ringFeatures(clusters.rings, level));
    this.#set('area-counts', areaCounts(table, clusters, this.#basemap));
    this.#set('selected', selectedFeature(table, this.#selected, this.#basemap, level));
    this.#tint(table, clusters);
    this.#events.counted(clusters);
  }

  /** Once a frame with the incidents is on the screen; names of places may come later. */
  #tellOnceDrawn(): void {
    const look = () => {
      if (!this.#map.isSourceLoaded('points')) return;
      this.#map.off('render', look);
      this.#events.drawn();
    };
    this.#map.on('render', look);
  }

  #tint(table: Table, clusters: Clusters): void {
    for (const id of this.#tinted) this.#map.removeFeatureState({ source: 'countries', id });
    const most = Math.max(1, ...clusters.countries.values());
    this.#tinted = [];
    for (const [index, count] of clusters.countries) {
      const id = table.names.countries[index];
      if (!id) continue;
      this.#map.setFeatureState({ source: 'countries', id }, { share: Math.sqrt(count / most) });
      this.#tinted.push(id);
    }
  }

  #set(source: string, data: GeoJSON.FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
