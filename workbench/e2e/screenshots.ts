// The pictures of docs/workbench.md: npm run screenshots.

import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { type Options, quit, visit } from './browser';
import { copyLedger, makeLedger, serve, type Server } from './server';

const folder = resolve(import.meta.dirname, '../../docs/screenshots');
const kLargest = 300_000; // bytes
mkdirSync(folder, { recursive: true });
afterAll(quit);

async function shoot(url: string, name: string, options: Options, prepare: (page: Page) => Promise<void>): Promise<void> {
  const { page, leave } = await visit(url, options);
  await prepare(page);
  await page.waitForTimeout(1200); // labels of the map come with a frame of their own
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  expect(statSync(path).size, name).toBeLessThan(kLargest);
  await leave();
}

const drawn = async (page: Page) => {
  await page.locator('[data-ready=yes]').waitFor();
};

it('of the examples', { timeout: 180_000 }, async () => {
  const server: Server = await serve(makeLedger());
  const { incidents } = (await (await fetch(`${server.url}/api/v1/incidents?limit=200`)).json()) as {
    incidents: { id: string; disagreements: unknown[] }[];
  };
  const { id } = incidents.sort((a, b) => b.disagreements.length - a.disagreements.length)[0]!;
  await shoot(`${server.url}/?incident=${id}`, 'incident', {}, async (page) => {
    await drawn(page);
    await page.locator('#quarrels').waitFor();
  });
  await shoot(`${server.url}/?incident=${id}`, 'report-dark', { scheme: 'dark' }, async (page) => {
    await page.locator('#quarrels blockquote button').first().click();
    await page.locator('mark.focus').first().waitFor();
  });
  await shoot(`${server.url}/brief?country=IQ`, 'brief', {}, async (page) => {
    await page.getByRole('img', { name: /^Map of/ }).waitFor();
  });
  await shoot(`${server.url}/?incident=${id}`, 'narrow', { width: 390, height: 780 }, async (page) => {
    await page.locator('#quarrels').waitFor();
  });
  server.stop();
});

it('of fifty thousand incidents', { timeout: 180_000 }, async () => {
  const ledger = copyLedger(makeLedger());
  execFileSync('python3', [join(import.meta.dirname, 'made_ledger.py'), ledger, '50000']);
  const server = await serve(ledger);
  await shoot(`${server.url}/?map=25,22,2.6&since=2023-09-01&until=2024-06-30`, 'overview', {}, drawn);
  server.stop();
});
