import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: process.env.SCREENSHOTS ? ['screenshots.ts'] : ['**/*.e2e.ts'],
    fileParallelism: false, // one browser and one server at a time: two cores
    testTimeout: 45_000,
    hookTimeout: 120_000,
  },
});
