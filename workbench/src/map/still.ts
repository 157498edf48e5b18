// The map as a picture on a canvas: what is seen until MapLibre has started, which takes a second or two
// without a graphics card, and all that is seen where a browser has no WebGL. Names are left to MapLibre.

import type { Position } from 'geojson';
import type { Table } from '../api/table';
import type { MapView } from '../state/address';
import { colour } from '../ui/colours';
import { kindOf } from '../ui/palette';
import type { Basemap, Countries } from './basemap';
import type { Clusters, Group } from './cluster';
import { ringKm, shares, short } from './features';
import {
  between, kClusterOpacity, kClusterRadii, kEdge, kRingDashes, kRingFill, kRingWidth, kSingleRadius, kTints,
} from './looks';
import { circle, mercator } from './mercator';
import { kTile, type Size } from './view';

export interface Scene { view: MapView; basemap: Basemap; table: Table; clusters: Clusters }

/** Pixels of places, the leftmost copy of the world that is in sight. */
class Sight {
  readonly world: number;
  readonly copies: number; // of the world, side by side
  readonly #left: number;
  readonly #top: number;

  constructor({ lon, lat, zoom }: MapView, { width, height }: Size) {
    const [x, y] = mercator(lon, lat);
    this.world = kTile * 2 ** zoom;
    const left = x * this.world - width / 2;
    const first = Math.floor(left / this.world);
    this.copies = Math.floor((left + width) / this.world) - first + 1;
    this.#left = left - first * this.world;
    this.#top = y * this.world - height / 2;
  }

  at(lon: number, lat: number): [x: number, y: number] {
    const [x, y] = mercator(lon, lat);
    return [x * this.world - this.#left, y * this.world - this.#top];
  }

  path(rings: Position[][]): Path2D {
    const path = new Path2D();
    for (const ring of rings) {
      ring.forEach(([lon = 0, lat = 0], i) => (i ? path.lineTo(...this.at(lon, lat)) : path.moveTo(...this.at(lon, lat))));
      path.closePath();
    }
    return path;
  }
}

export function drawStill(canvas: HTMLCanvasElement, size: Size, scene: Scene): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const g = canvas.getContext('2d');
  if (!g) return;
  const sight = new Sight(scene.view, size);
  const layers = [ground(sight, scene), rings(sight, scene), points(sight, scene)];
  g.scale(ratio, ratio);
  g.fillStyle = colour('--water');
  g.fillRect(0, 0, size.width, size.height);
  for (let copy = 0; copy < sight.copies; ++copy) {
    for (const draw of layers) draw(g);
    g.translate(sight.world, 0);
  }
}

type Layer = (g: CanvasRenderingContext2D) => void;

function ringsOf({ geometry }: Countries['features'][number]): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function ground(sight: Sight, { view, basemap, table, clusters }: Scene): Layer {
  const { features } = basemap.countries;
  const land = sight.path(features.flatMap(ringsOf));
  const share = shares(table, clusters);
  const tints = features.flatMap((country): [Path2D, number][] => {
    const part = share.get(country.properties.code);
    return part === undefined ? [] : [[sight.path(ringsOf(country)), between(kTints, part)]];
  });
  const [ink, tint, border] = [colour('--land'), colour('--accent'), colour('--border')];
  return (g) => {
    g.fillStyle = ink;
    g.fill(land, 'evenodd');
    g.fillStyle = tint;
    for (const [path, opacity] of tints) {
      g.globalAlpha = opacity;
      g.fill(path, 'evenodd');
    }
    g.globalAlpha = 1;
    g.strokeStyle = border;
    g.lineWidth = between([[1, 0.5], [6, 1.1]], view.zoom);
    g.stroke(land);
  };
}

function label(g: CanvasRenderingContext2D, text: string, x: number, y: number, halo: string | null): void {
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  if (halo) {
    g.strokeStyle = halo;
    g.lineWidth = 3;
    g.lineJoin = 'round';
    g.strokeText(text, x, y);
  }
  g.fillText(text, x, y);
}

function rings(sight: Sight, { view, clusters }: Scene): Layer {
  const level = Math.floor(view.zoom);
  const shapes = clusters.rings.map((group) => {
    const km = ringKm(group.lat, level, group.count);
    const [x, y] = sight.at(group.lon, group.lat + km / 110.57);
    return { path: sight.path([circle(group.lon, group.lat, km)]), text: short(group.count), x, y: y - 6 };
  });
  const [ink, halo] = [colour('--accent'), colour('--land')];
  return (g) => {
    g.save();
    g.fillStyle = g.strokeStyle = ink;
    g.lineWidth = kRingWidth;
    g.setLineDash(kRingDashes.map((dash) => dash * kRingWidth));
    for (const { path } of shapes) {
      g.stroke(path);
      g.globalAlpha = kRingFill;
      g.fill(path);
      g.globalAlpha = 1;
    }
    g.setLineDash([]);
    g.font = '12px sans-serif';
    for (const { text, x, y } of shapes) label(g, text, x, y, halo);
    g.restore();
  };
}

function points(sight: Sight, { table, clusters }: Scene): Layer {
  const kind = (group: Group) => colour(`--kind-${kindOf(table.names.types[table.type[group.row]!] ?? '')}`);
  const accent = colour('--accent');
  const shapes = clusters.points.map((group) => ({
    at: sight.at(group.lon, group.lat),
    text: group.count > 1 ? short(group.count) : '',
    radius: group.count > 1 ? between(kClusterRadii, Math.sqrt(group.count)) : kSingleRadius,
    ink: group.count > 1 ? accent : kind(group),
  }));
  const [edge, number] = [colour('--panel'), colour('--on-accent')];
  return (g) => {
    g.font = '11.5px sans-serif';
    for (const { at: [x, y], text, radius, ink } of shapes) {
      g.beginPath();
      g.arc(x, y, radius + kEdge, 0, 2 * Math.PI);
      g.fillStyle = edge;
      g.fill();
      g.beginPath();
      g.arc(x, y, radius, 0, 2 * Math.PI);
      g.fillStyle = ink;
      g.globalAlpha = text ? kClusterOpacity : 1;
      g.fill();
      g.globalAlpha = 1;
      g.fillStyle = number;
      if (text) label(g, text, x, y, null);
    }
  };
}
