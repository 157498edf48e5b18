import { expect, it } from 'vitest';
import { between } from './looks';

it('goes evenly from step to step, and stays at the ends', () => {
  const steps = [[0, 0], [10, 100], [20, 120]] as const;
  expect([-5, 0, 5, 10, 15, 20, 99].map((at) => between(steps, at))).toEqual([0, 0, 50, 100, 110, 120, 120]);
});
