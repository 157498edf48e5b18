// Where the map looks at first. Worked out here, so that the picture that stands in for MapLibre while it
// starts shows the same piece of the world as MapLibre then does.

import type { MapView } from '../state/address';
import type { Box } from '../state/filters';
import { mercator, unmercator } from './mercator';

export const kTile = 512; // pixels of the world at zoom 0
export const kFarthest = 0.4; // zooms
export const kNearest = 14;
export const kMargin = 48; // pixels round a box that is fitted
export const kNearestAtFirst = 6;

export interface Size { width: number; height: number }

/** The whole of a box, with a margin. */
export function viewOf([west, south, east, north]: Box, size: Size): MapView {
  const [left, top] = mercator(west, north);
  const [right, bottom] = mercator(east, south);
  const fits = (room: number, share: number) => Math.log2(Math.max(1, room - 2 * kMargin) / (share * kTile));
  const zoom = Math.min(fits(size.width, right - left), fits(size.height, bottom - top), kNearestAtFirst);
  const [lon, lat] = unmercator((left + right) / 2, (top + bottom) / 2);
  return settle({ lon, lat, zoom }, size);
}

/** As near to a view as a map of this size comes: nothing is shown beyond the poles. */
export function settle({ lon, lat, zoom: wanted }: MapView, { height }: Size): MapView {
  const zoom = Math.min(kNearest, Math.max(wanted, kFarthest, Math.log2(Math.max(1, height) / kTile)));
  const half = height / 2 / (kTile * 2 ** zoom);
  const [x, y] = mercator(lon, lat);
  const [, settled] = unmercator(x, Math.max(half, Math.min(1 - half, y)));
  return { lon, lat: settled, zoom };
}
