// What axe finds, in every view, at both widths, light and dark; and that a narrow screen can do it all.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, counts, quit, ready, rows, visit } from './browser';
import { makeLedger, serve, type Server } from './server';

let server: Server;
let incident: string;
let report: string;
beforeAll(async () => {
  server = await serve(makeLedger());
  const { incidents } = (await (await fetch(`${server.url}/api/v1/incidents?limit=200`)).json()) as {
    incidents: { id: string; disagreements: unknown[]; reports: { id: string }[] }[];
  };
  const most = incidents.sort((a, b) => b.disagreements.length - a.disagreements.length)[0]!;
  incident = most.id;
  report = most.reports[0]!.id;
});
afterAll(async () => {
  server.stop();
  await quit();
});

const views: [string, () => string, string][] = [
  ['overview', () => '/', '[data-ready=yes], [role=option]'],
  ['filtered', () => '/?type=bombing&disputed=1&text=market', '.chip'],
  ['incident', () => `/?incident=${incident}`, '#claims'],
  ['report', () => `/?incident=${incident}&report=${report}`, 'mark'],
  ['outlets', () => '/outlets', 'tbody tr'],
  ['outlet', () => '/outlets?name=Meridian+Newswire', 'section'],
  ['brief', () => '/brief', '.sources li'],
  ['log', () => '/log', 'main ol'],
  ['add', () => '/add', 'input[type=file]'],
];

describe.each([
  [1280, 'light'], [1280, 'dark'], [390, 'light'], [390, 'dark'],
] as const)('at %i pixels, %s', (width, scheme) => {
  it('nothing serious stands in the way, and nothing sticks out', async () => {
    const { page, leave } = await visit(server.url, { width, height: width > 700 ? 800 : 844, scheme });
    for (const [name, path, sign] of views) {
      await page.goto(server.url + path());
      await page.locator(sign).first().waitFor({ state: 'attached' });
      await page.waitForTimeout(150);
      expect(await barriers(page), name).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${name} is as wide as the screen`).toBeLessThanOrEqual(width);
    }
    await leave();
  });

  it('dialogs are clear, too', async () => {
    const { page, leave } = await visit(`${server.url}/?incident=${incident}`, { width, scheme });
    await page.locator('#claims').waitFor();
    await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
    for (const key of ['?', 'e', 'm', 's', 'x', 'u']) {
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog');
      await expect.poll(() => dialog.count(), { message: `a dialog for ${key}`, timeout: 15_000 }).toBe(1);
      await page.waitForTimeout(100);
      expect(await barriers(page), key).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await leave();
  });
});

describe('at 390 pixels', () => {
  it('list, map, filters, incident and report are a tap away', async () => {
    const { page, leave } = await visit(server.url, { width: 390, height: 844 });
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('[data-ready=yes]').waitFor();
    expect(page.url()).toContain('pane=map');
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.getByRole('button', { name: /^Filters/ }).click();
    const all = (await counts(page)).said;
    await page.getByRole('button', { name: 'Disputed' }).click();
    expect((await counts(page)).said).toBeLessThan(all);
    await rows(page).first().click();
    await page.getByRole('article', { name: 'Incident' }).getByRole('heading', { level: 1 }).waitFor();
    await page.locator('#reports li button').first().click();
    await page.getByRole('article', { name: 'Report' }).locator('mark').first().waitFor();
    await page.getByRole('button', { name: 'Close the report' }).click();
    await page.getByRole('button', { name: 'Close the incident' }).click();
    await rows(page).first().waitFor();
    await leave();
  });
});

it('the switch of colours goes round and is remembered', async () => {
  const { page, leave } = await visit(server.url);
  await page.getByRole('button', { name: /^Colours: system/ }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.reload();
  await page.getByRole('button', { name: /^Colours: dark/ }).waitFor();
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.getByRole('button', { name: /^Colours: dark/ }).click();
  const light = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(dark).not.toBe(light);
  await leave();
});
