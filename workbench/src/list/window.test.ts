import { expect, it } from 'vitest';
import { scrollTo, visible } from './window';

it('shows what is on the screen and a few rows more, never more than there are', () => {
  expect(visible(50_000, 50, 0, 500)).toEqual({ first: 0, last: 16 });
  expect(visible(50_000, 50, 1_000_000, 500)).toEqual({ first: 19_994, last: 20_016 });
  expect(visible(3, 50, 0, 500)).toEqual({ first: 0, last: 3 });
  expect(visible(3, 50, 99_999, 500).first).toBeLessThanOrEqual(3);
  expect(visible(0, 50, 0, 500)).toEqual({ first: 0, last: 0 });
});

it('scrolls only to rows that are not seen', () => {
  expect(scrollTo(3, 50, 0, 500)).toBeNull();
  expect(scrollTo(10, 50, 0, 500)).toBe(50);
  expect(scrollTo(1, 50, 500, 500)).toBe(50);
});
