import { expect, it } from 'vitest';
import { mercator } from './mercator';
import { kMargin, kTile, settle, viewOf } from './view';

const size = { width: 900, height: 500 };

it('holds the box with a margin, which touches on one side', () => {
  const view = viewOf([30, 20, 50, 40], size);
  const world = kTile * 2 ** view.zoom;
  const [x, y] = mercator(view.lon, view.lat);
  const at = (lon: number, lat: number) => {
    const [px, py] = mercator(lon, lat);
    return [(px - x) * world + size.width / 2, (py - y) * world + size.height / 2] as const;
  };
  const [left, top] = at(30, 40);
  const [right, bottom] = at(50, 20);
  expect(left).toBeGreaterThanOrEqual(kMargin);
  expect(right).toBeLessThanOrEqual(size.width - kMargin);
  expect(top).toBeCloseTo(kMargin);
  expect(bottom).toBeCloseTo(size.height - kMargin);
});

it('does not come nearer than makes sense for one spot', () => {
  expect(viewOf([44, 35, 44, 35], size)).toEqual({ lon: 44, lat: expect.closeTo(35, 6) as number, zoom: 6 });
});

it('shows nothing beyond the poles', () => {
  const { lat, zoom } = settle({ lon: 0, lat: 84, zoom: 1 }, { width: 900, height: 700 });
  const half = 350 / (kTile * 2 ** zoom);
  expect(mercator(0, lat)[1]).toBeCloseTo(half);
  const tall = settle({ lon: 10, lat: 50, zoom: 0 }, { width: 900, height: 1200 });
  expect(kTile * 2 ** tall.zoom).toBeCloseTo(1200);
  expect(tall.lat).toBeCloseTo(0);
});
