// Report texts that try to be more than text.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { quit, ready, visit } from './browser';
import { makeLedger, serve, type Server, writeInput } from './server';

const kTricks = [
  '<script>window.xss=1</script>',
  '<img src=x onerror="window.xss=2">',
  '<svg onload="window.xss=3"><circle/></svg>',
  '"><iframe srcdoc="<script>parent.xss=4</script>"></iframe>',
  '<a href="javascript:window.xss=5">click</a>',
  "');window.xss=6;//",
  '{@html "<b>bold</b>"} {{constructor.constructor("window.xss=7")()}}',
  '</textarea></title></style><script>window.xss=8</script>',
  '\u202e<b onmouseover="window.xss=9">txet</b>',
  '<style>*{display:none}</style><base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
];

const kTowns = ['Mosul', 'Diffa', 'Zuwara', 'Kharkiv', 'Peshawar', 'Maiduguri', 'Goma', 'Aden', 'Gao', 'Culiacán'];

const reports = kTricks.map((trick, i) => ({
  id: `trick-${i}/<b>${i}</b>`,
  uri: i % 2 ? `javascript:window.xss=${i}0` : `https://x.example/?q=${trick}`,
  outlet: `Outlet ${i} ${trick}`,
  title: `Bomb kills ${i + 2} in ${kTowns[i]} ${trick}`,
  byline: trick,
  published: `2024-05-${10 + i}`,
  text:
    `A bomb killed ${i + 2} people at a market in ${kTowns[i]} on ${10 + i} May 2024, police said. ${trick}\n\n` +
    `The ${trick} Brigade said: “We carried out the bombing in ${kTowns[i]} ${trick}.” Five people were wounded, a doctor, ${trick}, said.`,
}));

let server: Server;
beforeAll(async () => {
  server = await serve(makeLedger(writeInput('tricks.jsonl', reports.map((one) => JSON.stringify(one)).join('\n') + '\n')));
});
afterAll(async () => {
  server.stop();
  await quit();
});

interface Incident { id: string; reports: { id: string }[] }

it('stay text in every view', { timeout: 180_000 }, async () => {
  const { incidents } = (await (await fetch(`${server.url}/api/v1/incidents?limit=200`)).json()) as { incidents: Incident[] };
  expect(incidents.length).toBeGreaterThan(3);
  const { page, leave } = await visit(server.url);
  await ready(page);
  const stay = async (where: string) => {
    expect(await page.evaluate(() => (window as unknown as { xss?: number }).xss), where).toBeUndefined();
    const foreign = await page.evaluate(
      () => document.querySelectorAll('#app script, iframe, base, meta[http-equiv], #app [onerror], #app [onload], #app [onmouseover], a[href^="javascript:" i]').length,
    );
    expect(foreign, where).toBe(0);
  };
  await stay('list');
  for (const incident of incidents) {
    await page.goto(`${server.url}/?incident=${incident.id}`);
    await page.locator('#claims').waitFor();
    for (const summary of await page.locator('.incident summary').all()) await summary.click();
    await stay(`incident ${incident.id}`);
    for (const { id } of incident.reports) {
      await page.goto(`${server.url}/?incident=${incident.id}&report=${encodeURIComponent(id)}`);
      const text = page.locator('.reader .text');
      await text.waitFor();
      const { text: real } = (await (await fetch(`${server.url}/api/v1/reports/${encodeURIComponent(id)}`)).json()) as { text: string };
      expect(await text.textContent()).toBe(real);
      await stay(`report ${id}`);
    }
  }
  for (const path of ['/outlets', '/brief', '/log', `/outlets?name=${encodeURIComponent(reports[0]!.outlet)}`]) {
    await page.goto(server.url + path);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(200);
    await stay(path);
  }
  await leave();
});

it('and what is typed into an address is text, too', async () => {
  const { page, leave } = await visit(server.url);
  for (const trick of kTricks) {
    await page.goto(`${server.url}/?text=${encodeURIComponent(trick)}&type=${encodeURIComponent(trick)}&place=${encodeURIComponent(trick)}`);
    await page.locator('.chip').first().waitFor();
  }
  expect(await page.evaluate(() => (window as unknown as { xss?: number }).xss)).toBeUndefined();
  await leave();
});

it('no other page may frame it, and inline code is forbidden', async () => {
  const response = await fetch(server.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(rule);
  }
  for (const wide of ['unsafe', 'blob:', '*', 'http']) expect(policy).not.toContain(wide);
});
