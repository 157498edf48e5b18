import { afterAll, beforeAll, expect, it } from 'vitest';
import { quit, visit } from './browser';
import { makeLedger, serve, type Server } from './server';

let server: Server;
beforeAll(async () => {
  server = await serve(makeLedger());
});
afterAll(async () => {
  server.stop();
  await quit();
});

it('is of the filter in view, with a map and numbered sources', async () => {
  const { page, leave } = await visit(`${server.url}/brief?country=IQ`);
  await page.getByRole('heading', { level: 1, name: /Situation report: Iraq/ }).waitFor();
  await page.getByRole('img', { name: /^Map of/ }).waitFor();
  const sources = page.locator('.sources li');
  const last = await sources.count();
  expect(last).toBeGreaterThan(2);
  const numbers = await page.locator('.ref').allTextContents();
  const highest = Math.max(...numbers.map((text) => Number(text.slice(1, -1))));
  expect(highest).toBeLessThanOrEqual(last);
  expect(await page.locator('main').innerText()).not.toContain('Niger');
  await leave();
});

it('prints without the page around it', async () => {
  const { page, leave } = await visit(`${server.url}/brief`);
  await page.getByRole('heading', { level: 1, name: /Situation report/ }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.locator('.sources').isVisible()).toBe(true);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1); // all of it, not only what the window shows
  await leave();
});

it('exports say what they lose, and hold what is in view', async () => {
  const { page, leave } = await visit(`${server.url}/brief?country=IQ`);
  await page.getByText('Export these incidents').click();
  const lines = page.locator('details li');
  await lines.first().waitFor();
  const count = await lines.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let i = 0; i < count; ++i) expect((await lines.nth(i).locator('span').innerText()).length).toBeGreaterThan(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('details li a[href*="format=jsonl"]').click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const records = Buffer.concat(chunks).toString().trim().split('\n').map((line) => JSON.parse(line) as { where: { country: string } });
  expect(records.length).toBeGreaterThan(0);
  expect(new Set(records.map((record) => record.where.country))).toEqual(new Set(['IQ']));
  await leave();
});
