import { expect, it } from 'vitest';
import { fitsName, frameOf, heightOf, kWidth, place, ringPath } from './project';

const points = [{ lon: 44, lat: 35 }, { lon: 13, lat: 33 }, { lon: 12, lat: 13 }];

it('holds all points with a margin, and is wider than high', () => {
  const frame = frameOf(points)!;
  for (const { lon, lat } of points) {
    const [x, y] = place(frame, lon, lat);
    expect(x).toBeGreaterThan(20);
    expect(x).toBeLessThan(kWidth - 20);
    expect(y).toBeGreaterThan(20);
    expect(y).toBeLessThan(heightOf(frame) - 20);
  }
  expect(heightOf(frame)).toBeLessThan(kWidth * 0.7);
});

it('shows the country round a single point, and nothing where there is none', () => {
  const frame = frameOf([{ lon: 44, lat: 35 }])!;
  expect(frame.east - frame.west).toBeGreaterThanOrEqual(22);
  expect(frameOf([])).toBeNull();
});

it('draws only what is in the window, names only where there is room', () => {
  const frame = frameOf(points)!;
  expect(ringPath(frame, [[-100, 40], [-90, 40], [-90, 50], [-100, 40]])).toBe('');
  expect(ringPath(frame, [[20, 20], [30, 20], [30, 30], [20, 20]])).toMatch(/^M.*Z$/);
  expect(fitsName(frame, 'Libya', 12)).toBe(true);
  expect(fitsName(frame, 'Palestine', 0.8)).toBe(false);
});
