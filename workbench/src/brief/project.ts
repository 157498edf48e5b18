// A small map for paper: an equirectangular window round the incidents of a brief.

export interface Frame { west: number; south: number; east: number; north: number; squeeze: number }

export const kWidth = 720;

/** A window round the points, with a margin, neither too narrow to know the country by nor beyond the poles. */
export function frameOf(points: { lon: number; lat: number }[]): Frame | null {
  if (points.length === 0) return null;
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
  const squeeze = Math.max(0.3, Math.cos((middle * Math.PI) / 180));
  const wide = Math.max(22, (Math.max(...lons) - Math.min(...lons)) * 1.3);
  const high = Math.max(wide * squeeze * 0.42, (Math.max(...lats) - Math.min(...lats)) * 1.3);
  const width = Math.max(wide, (high / squeeze) * 1.7);
  const centre = (Math.min(...lons) + Math.max(...lons)) / 2;
  return {
    west: centre - width / 2, east: centre + width / 2,
    south: Math.max(-85, middle - high / 2), north: Math.min(85, middle + high / 2), squeeze,
  };
}

export const heightOf = (frame: Frame): number =>
  (kWidth * (frame.north - frame.south)) / ((frame.east - frame.west) * frame.squeeze);

export function place(frame: Frame, lon: number, lat: number): [x: number, y: number] {
  const x = ((lon - frame.west) / (frame.east - frame.west)) * kWidth;
  const y = ((frame.north - lat) / (frame.north - frame.south)) * heightOf(frame);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** Is there room for a name on a country so many degrees across? */
export function fitsName(frame: Frame, name: string, size: number): boolean {
  return (size * frame.squeeze * kWidth) / (frame.east - frame.west) > name.length * 5.5;
}

/** A ring as an SVG path; empty where all of it lies outside of the window. */
export function ringPath(frame: Frame, ring: number[][]): string {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (west > frame.east || east < frame.west || south > frame.north || north < frame.south) return '';
  return `M${ring.map(([lon = 0, lat = 0]) => place(frame, lon, lat).join(' ')).join('L')}Z`;
}
