import { expect, it } from 'vitest';
import { scale, tollPoints } from './toll';

const step = (published: string | null, time: string | null, best: number | null) => ({
  published, time, value: { low: best, best, high: best, text: null }, reports: [], sources: 1,
});

it('draws a toll in the order of publication, and leaves out what has no day or number', () => {
  const points = tollPoints([step('2024-10-16', null, 9), step('2024-10-15', '06:00', 3), step(null, null, 4), step('2024-10-15', null, null)]);
  expect(points.map((point) => [point.x, point.best])).toEqual([[0, 3], [1.25, 9]]);
});

it('has few, round numbers on its scale, up to the highest', () => {
  for (const most of [1, 3, 7, 19, 34, 180, 4_321, 250_000]) {
    const marks = scale(most);
    expect(marks[0]).toBe(0);
    expect(marks.at(-1)!).toBeGreaterThanOrEqual(most);
    expect(marks.length).toBeLessThanOrEqual(7);
  }
});
