/** Web Mercator on the unit square, y downwards; as MapLibre has it. */
export function mercator(lon: number, lat: number): [x: number, y: number] {
  const bounded = Math.max(-85.0511, Math.min(85.0511, lat));
  const sin = Math.sin((bounded * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI];
}

export function unmercator(x: number, y: number): [lon: number, lat: number] {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [(x - 0.5) * 360, lat];
}

/** A circle on the ground, as a ring of points. */
export function circle(lon: number, lat: number, km: number, steps = 48): [number, number][] {
  const high = km / 110.57;
  const wide = km / (111.32 * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)];
  });
}
