import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counts, quit, ready, rows, visit } from './browser';
import { makeLedger, serve, type Server } from './server';

let server: Server;
beforeAll(async () => {
  server = await serve(makeLedger());
});
afterAll(async () => {
  server.stop();
  await quit();
});

async function choose(page: Page, menu: string, value: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: false }).first().click();
  await page.getByRole('group', { name: menu }).getByRole('checkbox', { name: new RegExp(`^${value}`) }).check();
  await page.keyboard.press('Escape');
}

interface Row { id: string; type: string; lat: number; lon: number; precision: string; country: string | null }

async function rowsOf(query = ''): Promise<Row[]> {
  const response = await fetch(`${server.url}/api/v1/incidents?limit=200&${query}`);
  const { incidents } = (await response.json()) as { incidents: { id: string; type: string; where: Row }[] };
  return incidents.map(({ id, type, where }) => ({ ...where, id, type }));
}

describe('filters', () => {
  it('show one set in list, count and address, and the same as the server', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    const all = await counts(page);
    expect(all.said).toBe((await rowsOf()).length);
    expect(all.list).toBe(all.said);

    await choose(page, 'Type', 'Bombing');
    const some = await counts(page);
    expect(some).toEqual({ said: (await rowsOf('type=bombing')).length, list: some.said });
    expect(some.said).toBeLessThan(all.said);
    expect(page.url()).toContain('type=bombing');

    await choose(page, 'Type', 'Shelling');
    expect((await counts(page)).said).toBe((await rowsOf('type=bombing&type=shelling')).length);

    await page.reload();
    await ready(page);
    expect((await counts(page)).said).toBe((await rowsOf('type=bombing&type=shelling')).length);

    await page.goBack();
    await expect.poll(async () => (await counts(page)).said).toBe(some.said);
    await page.getByRole('button', { name: /Remove filter: ?Bombing/ }).click();
    expect((await counts(page)).said).toBe(all.said);
    await leave();
  });

  it('agree with the server for every filter alone', async () => {
    const { page, leave } = await visit(server.url);
    const queries = [
      'country=IQ', 'country=NE&country=LY', 'place=Zuwara', 'outlet=Meridian+Newswire', 'grade=fair', 'disputed=1',
      'background=1', 'min_killed=2', 'since=2024-10-15', 'until=2024-10-31', 'bbox=10%2C30%2C50%2C40',
      'precision=unknown', 'actor=ISWAP', 'background=1&grade=weak&country=IQ',
    ];
    for (const query of queries) {
      await page.goto(`${server.url}/?${query}`);
      await page.locator('output.count').getByText(/incident/).waitFor();
      expect((await counts(page)).said, query).toBe((await rowsOf(query)).length);
    }
    await leave();
  });

  it('find words of reports', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press('/');
    await page.keyboard.type('condensate');
    await expect.poll(() => page.url()).toContain('text=condensate');
    const wanted = (await rowsOf('text=condensate')).length;
    expect(wanted).toBeGreaterThan(0);
    await expect.poll(async () => (await counts(page)).said).toBe(wanted);
    await leave();
  });

  it('tell when nothing matches, and lead out of it', async () => {
    const { page, leave } = await visit(`${server.url}/?min_killed=9999`);
    await page.getByText('No incident matches.').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await ready(page);
    await leave();
  });
});

describe('the timeline', () => {
  it('is brushed with the mouse, and all follow', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    const all = (await counts(page)).said;
    const strip = (await page.locator('.strip').boundingBox())!;
    await page.mouse.move(strip.x + 2, strip.y + 30);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width / 3, strip.y + 30, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toMatch(/since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d/);
    const query = new URL(page.url()).searchParams;
    const some = (await rowsOf(`since=${query.get('since')}&until=${query.get('until')}`)).length;
    expect((await counts(page)).said).toBe(some);
    expect(some).toBeLessThan(all);
    await page.getByRole('button', { name: 'All days' }).click();
    expect((await counts(page)).said).toBe(all);
    await leave();
  });

  it('is brushed with the keyboard', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    const first = page.getByRole('slider', { name: 'First day' });
    await first.focus();
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.url()).toContain('since=');
    const now = Number(await first.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    expect(Number(await first.getAttribute('aria-valuenow'))).toBe(now + 1);
    expect(await first.getAttribute('aria-valuetext')).toMatch(/^\d{1,2} [A-Z][a-z]{2} \d{4}$/);
    await leave();
  });
});

describe('the map', () => {
  const centre = async (page: Page) => {
    const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };

  it('opens the incident that is clicked', async () => {
    const points = (await rowsOf()).filter((row) => ['exact', 'near', 'city'].includes(row.precision));
    const near = (a: Row, b: Row) => Math.abs(a.lat - b.lat) < 0.2 && Math.abs(a.lon - b.lon) < 0.2;
    const alone = points.find((row) => points.every((other) => other === row || !near(row, other)))!;
    const { page, leave } = await visit(`${server.url}/?map=${alone.lon},${alone.lat},9.5`);
    await ready(page);
    // The points come with a frame of their own, after the page knows them.
    await expect
      .poll(
        async () => {
          await page.mouse.click(...(await centre(page)));
          await page.waitForTimeout(300);
          return page.url();
        },
        { timeout: 10_000 },
      )
      .toContain(`incident=${alone.id}`);
    await page.getByRole('article', { name: 'Incident' }).getByRole('heading', { level: 1 }).waitFor();
    await leave();
  });

  it('keeps what it shows in the address', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.mouse.move(...(await centre(page)));
    await page.mouse.wheel(0, -400);
    await expect.poll(() => page.url(), { timeout: 5000 }).toMatch(/map=-?[\d.]+%2C-?[\d.]+%2C[\d.]+/);
    await leave();
  });

  it('narrows the set to its area', async () => {
    const { page, leave } = await visit(`${server.url}/?map=44,35,6`);
    await ready(page);
    await page.getByRole('button', { name: 'Only this area' }).click();
    await expect.poll(() => page.url()).toContain('bbox=');
    const query = new URL(page.url()).searchParams.get('bbox')!;
    expect((await counts(page)).said).toBe((await rowsOf(`bbox=${query}`)).length);
    await leave();
  });

  it('says so where there is no WebGL, and the rest works', async () => {
    const { page, context, faults } = await visit(server.url, { stay: true });
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (real, canvas, args) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(real, canvas, args)),
      });
    });
    await page.goto(server.url);
    await rows(page).first().waitFor();
    await page.getByText(/^No map/).waitFor();
    await rows(page).first().click();
    await page.getByRole('article', { name: 'Incident' }).getByRole('heading', { level: 1 }).waitFor();
    expect(faults.filter((fault) => fault.startsWith('threw'))).toEqual([]);
    await context.close();
  });
});
