import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quit, ready, visit } from './browser';
import { makeLedger, serve, type Server } from './server';

interface Claim { id: string; evidence: { report: string; start: number; end: number; text: string } }
interface Incident {
  id: string;
  summary: string;
  disagreements: { positions: { claims: string[] }[] }[];
  claims: Claim[];
  reports: { id: string; outlet: string }[];
  background: string[];
}

let server: Server;
let incident: Incident; // the one with most disagreements
beforeAll(async () => {
  server = await serve(makeLedger());
  const { incidents } = (await (await fetch(`${server.url}/api/v1/incidents?limit=200`)).json()) as { incidents: Incident[] };
  incident = incidents.sort((a, b) => b.disagreements.length - a.disagreements.length)[0]!;
});
afterAll(async () => {
  server.stop();
  await quit();
});

const open = () => visit(`${server.url}/?incident=${incident.id}`);

describe('an incident', () => {
  it('is told in a sentence, with fields, support and why', async () => {
    const { page, leave } = await open();
    await ready(page);
    await page.getByRole('heading', { level: 1, name: incident.summary }).waitFor();
    const facts = page.locator('#facts');
    for (const field of ['What', 'When', 'Where', 'Who did it', 'Killed']) await facts.locator('.name').getByText(field, { exact: true }).waitFor();
    const why = facts.getByRole('button', { name: /^why.*Killed/ });
    await why.click();
    const quote = facts.locator('.f-killed blockquote').first();
    await quote.waitFor();
    const said = await quote.innerText();
    expect(incident.claims.some((claim) => claim.evidence.text === said)).toBe(true);
    await facts.getByText(/because of/).first().waitFor();
    await leave();
  });

  it('says of the open incident why its reports were joined, and of no other', async () => {
    const { incidents } = (await (await fetch(`${server.url}/api/v1/incidents?limit=200`)).json()) as { incidents: (Incident & { members: string[] })[] };
    const alone = incidents.find((one) => one.members.length === 1)!;
    const { page, leave } = await open();
    await page.locator('#claims').waitFor();
    const joins = page.locator('details', { hasText: 'Why these reports are one incident' });
    await joins.locator('summary').click();
    await joins.locator('.join').first().waitFor();
    await page.evaluate((id) => history.pushState(null, '', `/?incident=${id}`), alone.id);
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.getByRole('heading', { level: 1, name: alone.summary }).waitFor();
    if (!(await joins.evaluate((details: HTMLDetailsElement) => details.open))) await joins.locator('summary').click();
    await joins.getByText('One report tells of it').waitFor();
    await leave();
  });

  it('has both sides of each disagreement with their sentences', async () => {
    const { page, leave } = await open();
    const section = page.locator('#quarrels');
    await section.waitFor();
    const quarrels = section.locator('.quarrel');
    expect(await quarrels.count()).toBe(incident.disagreements.length);
    for (const [i, quarrel] of incident.disagreements.entries()) {
      const sides = quarrels.nth(i).locator('.side');
      expect(await sides.count()).toBe(quarrel.positions.length);
      for (const [j, position] of quarrel.positions.entries()) {
        expect(await sides.nth(j).locator('blockquote').count()).toBe(position.claims.length);
      }
    }
    await leave();
  });

  it('shows reports, the growth of the toll and who says what', async () => {
    const { page, leave } = await open();
    await page.locator('#reports').getByRole('heading', { name: /reports?, .* independent/ }).waitFor();
    const shown = await page.locator('#reports li .what > button').count();
    expect(shown).toBe(incident.reports.length);
    await page.locator('#toll table').waitFor();
    const voice = page.locator('#claims details').first();
    await voice.locator('summary').click();
    await voice.locator('blockquote').first().waitFor();
    await leave();
  });

  it('leads to the text with the sentence marked, exactly', async () => {
    const { page, leave } = await open();
    const quote = page.locator('#quarrels blockquote button').first();
    const said = await quote.innerText();
    await quote.click();
    const reader = page.getByRole('article', { name: 'Report' });
    await reader.locator('mark.focus').first().waitFor();
    const marked = (await reader.locator('mark.focus').allTextContents()).join('');
    expect(marked).toBe(said);
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0); // only the text scrolls
    expect(page.url()).toContain('report=');
    expect(page.url()).toContain('mark=');
    // The whole text is there, once.
    const id = new URL(page.url()).searchParams.get('report')!;
    const { text } = (await (await fetch(`${server.url}/api/v1/reports/${encodeURIComponent(id)}`)).json()) as { text: string };
    expect(await reader.locator('.text').textContent()).toBe(text);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('report=');
    await leave();
  });

  it('hides and shows the colour of a field', async () => {
    const { page, leave } = await visit(`${server.url}/?incident=${incident.id}&report=${incident.reports[0]!.id}`);
    const reader = page.getByRole('article', { name: 'Report' });
    const key = reader.getByRole('button', { name: 'When', exact: true });
    await key.click();
    expect(await key.getAttribute('aria-pressed')).toBe('false');
    expect(await reader.locator('mark.mention.f-when').count()).toBe(0);
    await key.click();
    expect(await reader.locator('mark.mention.f-when').count()).toBeGreaterThan(0);
    await leave();
  });

  it('links what its reports recall, and says why its reports are one', async () => {
    const { page, leave } = await open();
    if (incident.background.length) {
      const link = page.locator('#more section').first().getByRole('link').first();
      await link.click();
      await expect.poll(() => page.url()).toContain(`incident=${incident.background[0]}`);
      await page.goBack();
    }
    await page.getByText('Why these reports are one incident').click();
    await page.locator('.join').first().waitFor();
    await leave();
  });

  it('is told missing where there is none', async () => {
    const { page, leave } = await visit(`${server.url}/?incident=i0000000000`);
    await page.getByRole('alert').waitFor();
    await leave();
  });
});

describe('an outlet', () => {
  it('has what it reported first, left out, hedged and contradicted', async () => {
    const { page, leave } = await visit(`${server.url}/outlets`);
    await page.getByRole('link', { name: 'Meridian Newswire' }).click();
    for (const heading of ['Reported first', 'Left out', 'Hedged', 'Contradicted']) {
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    const first = page.locator('section').filter({ hasText: 'Reported first' }).locator('li').first();
    expect(await first.innerText()).toMatch(/before|Nothing/);
    await page.getByRole('button', { name: 'Show its incidents' }).click();
    await ready(page);
    expect(page.url()).toContain('outlet=Meridian+Newswire');
    await leave();
  });
});
