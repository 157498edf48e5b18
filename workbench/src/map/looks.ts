// How incidents look on the map: for MapLibre (style.ts) and for the picture that stands in for it (still.ts).

/** Radius of a cluster in pixels, by the square root of its count: steps between which it grows evenly. */
export const kClusterRadii = [[1.4, 10], [10, 15], [60, 21], [220, 25]] as const;
export const kClusterOpacity = 0.88;
export const kSingleRadius = 6;
export const kEdge = 1.5; // pixels round clusters and dots
/** How strongly a country is tinted, by its share (features.ts). */
export const kTints = [[0, 0], [0.01, 0.1], [1, 0.34]] as const;
export const kRingWidth = 1.6;
export const kRingDashes = [3, 2] as const; // in widths of the line
export const kRingFill = 0.1;
export const kAreaCountsFrom = 2.4; // zoom

type Steps = readonly (readonly [at: number, value: number])[];

export function between(steps: Steps, at: number): number {
  let [lowAt, low] = steps[0]!;
  for (const [highAt, high] of steps) {
    if (at <= highAt) return highAt === lowAt ? high : low + ((high - low) * (at - lowAt)) / (highAt - lowAt);
    [lowAt, low] = [highAt, high];
  }
  return low;
}
