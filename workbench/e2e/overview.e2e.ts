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

const shownOnMap = async (page: Page) => Number(await page.locator('section.map').getAttribute('data-shown'));

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
    await expect.poll(() => shownOnMap(page)).toBe(all.said);

    await choose(page, 'Type', 'Bombing');
    const some = await counts(page);
    expect(some).toEqual({ said: (await rowsOf('type=bombing')).length, list: some.said });
    expect(some.said).toBeLessThan(all.said);
    await expect.poll(() => shownOnMap(page)).toBe(some.said);
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

  it('move nothing: the map is not drawn anew for another size', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    const before = await page.locator('.maplibregl-canvas').boundingBox();
    await page.getByRole('button', { name: 'Disputed' }).click();
    await page.locator('.chip').waitFor();
    expect(await page.locator('.maplibregl-canvas').boundingBox()).toEqual(before);
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

  it('tell of a search that fails, and take nothing for its answer', async () => {
    const { page, context, faults } = await visit(server.url);
    await ready(page);
    const all = (await counts(page)).said;
    await page.route('**/api/v1/ids*', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":"busy with another"}' }));
    await page.keyboard.press('/');
    await page.keyboard.type('condensate');
    await page.locator('output.count').getByText(/search failed/).waitFor();
    await page.unroute('**/api/v1/ids*');
    await page.getByRole('button', { name: 'Search again' }).click();
    await expect.poll(async () => (await counts(page)).said).toBe((await rowsOf('text=condensate')).length);
    expect((await counts(page)).said).toBeLessThan(all);
    expect(faults.filter((fault) => !fault.includes('503'))).toEqual([]);
    await context.close();
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

/** A spot with no other near it. */
function lonely(all: Row[]): Row {
  const points = all.filter((row) => ['exact', 'near', 'city'].includes(row.precision));
  const near = (a: Row, b: Row) => Math.abs(a.lat - b.lat) < 0.2 && Math.abs(a.lon - b.lon) < 0.2;
  return points.find((row) => points.every((other) => other === row || !near(row, other)))!;
}

describe('the map', () => {
  const centre = async (page: Page) => {
    const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };

  it('is there with the list, before it can be moved', async () => {
    const { page, leave } = await visit(server.url, { stay: true });
    const tables: string[] = [];
    page.on('request', (request) => void (request.url().includes('/table') && tables.push(request.url())));
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        const map = document.querySelector('[data-shown]');
        if (!map) return;
        watch.disconnect();
        (window as unknown as { first: unknown }).first = {
          shown: map.getAttribute('data-shown'), movable: map.hasAttribute('data-ready'), list: document.querySelectorAll('[role=option]').length > 0,
        };
      });
      watch.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(server.url);
    await ready(page);
    const first = await page.evaluate(() => (window as unknown as { first: unknown }).first);
    expect(first).toEqual({ shown: String((await counts(page)).said), movable: false, list: true });
    expect(await page.locator('canvas.still').count()).toBe(0);
    expect(tables).toHaveLength(1); // index.html preloads what ledger.svelte.ts asks for
    await leave();
  });

  it('opens the incident that is clicked', async () => {
    const alone = lonely(await rowsOf());
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

  it('is a picture where there is no WebGL, says so, and the rest works', async () => {
    const alone = lonely(await rowsOf());
    const { page, context, faults } = await visit(server.url, { stay: true });
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (real, canvas, args) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(real, canvas, args)),
      });
    });
    await page.goto(`${server.url}/?map=${alone.lon},${alone.lat},9.5`);
    await rows(page).first().waitFor();
    // The incident is in the middle, and not beside it.
    const [middle, beside] = await page.locator('canvas.still').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const g = (canvas as HTMLCanvasElement).getContext('2d')!;
      return [0, 60].map((by) => [...g.getImageData(Math.round(width / 2) + by, Math.round(height / 2), 1, 1).data].join());
    });
    expect(middle).not.toBe(beside);
    expect(await shownOnMap(page)).toBe((await counts(page)).said);
    await page.getByText(/^No map/).waitFor();
    await rows(page).first().click();
    await page.getByRole('article', { name: 'Incident' }).getByRole('heading', { level: 1 }).waitFor();
    expect(faults.filter((fault) => fault.startsWith('threw'))).toEqual([]);
    await context.close();
  });
});
