import type { TollStep } from '../api/types';
import { daysOf } from '../ui/dates';

export interface TollPoint { x: number; low: number; best: number; high: number; step: TollStep }

/** Steps as points over time, in days since the first; those without a day or number are left out. */
export function tollPoints(steps: TollStep[]): TollPoint[] {
  const points = steps.flatMap((step): TollPoint[] => {
    const best = step.value.best ?? step.value.low;
    if (!step.published || best === null) return [];
    const [hour = 0, minute = 0] = (step.time ?? '12:00').split(':').map(Number);
    const x = daysOf(step.published) + (hour * 60 + minute) / 1440;
    return [{ x, best, low: step.value.low ?? best, high: step.value.high ?? best, step }];
  });
  points.sort((a, b) => a.x - b.x);
  const first = points[0]?.x ?? 0;
  return points.map((point) => ({ ...point, x: point.x - first }));
}

/** Round numbers from 0 to at least `most`. */
export function scale(most: number): number[] {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];
  const step = steps.find((one) => most / one <= 4) ?? 50_000;
  const top = Math.max(step, Math.ceil(most / step) * step);
  return Array.from({ length: top / step + 1 }, (_, i) => i * step);
}
