import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { counts, quit, ready, rows, visit } from './browser';
import { copyLedger, makeLedger, serve, type Server } from './server';

let original: string;
let server: Server;
beforeAll(() => {
  original = makeLedger();
});
beforeEach(async () => {
  server = await serve(copyLedger(original));
});
afterEach(() => server.stop());
afterAll(quit);

interface Incident { id: string; killed: { best: number | null }; reports: unknown[]; members: string[]; corrections: unknown[] }
async function api<T>(path: string): Promise<T> {
  return (await (await fetch(`${server.url}/api/v1${path}`)).json()) as T;
}
const incidents = async () => (await api<{ incidents: Incident[] }>('/incidents?limit=200')).incidents;

async function give(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill(reason);
  await dialog.getByLabel('Your name, for the log').fill('Ada');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
}

it('who was overtaken by another is told so, and overwrites nothing', async () => {
  const { page, leave } = await visit(server.url, { stay: true });
  // The page does not hear of the other's correction.
  await page.route('**/api/v1/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: 'retry: 60000\n\n' }));
  const { id } = (await incidents())[0]!;
  await page.goto(`${server.url}/?incident=${id}`);
  await page.locator('#claims').waitFor();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Correct a field' });
  await dialog.getByLabel('Field').selectOption('killed');
  await dialog.getByText(/^It is now/).waitFor();
  await dialog.getByLabel('New value').fill('41');
  const other = await fetch(`${server.url}/api/v1/corrections`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Sitrep': '1' },
    body: JSON.stringify({ action: 'correct', incident: id, field: 'killed', value: '77', reason: 'a list of names', user: 'Ben' }),
  });
  expect(other.status).toBe(201);
  await dialog.getByLabel(/^Reason/).fill('the hospital counted');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByRole('alert').getByText(/by now/).waitFor();
  expect((await api<Incident>(`/incidents/${id}`)).killed.best).toBe(77);
  await leave();
});

describe('with the keyboard alone', () => {
  it('a field is corrected, told as corrected, logged, and taken back', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('incident=');
    const id = new URL(page.url()).searchParams.get('incident')!;
    await page.getByRole('article', { name: 'Incident' }).getByRole('heading', { level: 1 }).waitFor();

    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Correct a field' });
    await dialog.getByLabel('Field').selectOption('killed');
    await dialog.getByLabel('New value').fill('41');
    await give(page, 'the hospital counted');
    await page.locator('#facts').getByText('corrected by Ada').waitFor();
    expect((await api<Incident>(`/incidents/${id}`)).killed.best).toBe(41);

    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByText('the hospital counted').waitFor();
    await page.getByText(/set killed to 41/).waitFor();

    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/took back no\. 1/).waitFor();
    expect((await api<Incident>(`/incidents/${id}`)).killed.best).not.toBe(41);
    await leave();
  });

  it('a value that is not understood is refused with the reason, and nothing is written', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Field').selectOption('when');
    await dialog.getByLabel('New value').fill('the day after');
    await dialog.getByLabel(/^Reason/).fill('test');
    await dialog.locator('button[type=submit]').click();
    const alert = dialog.getByRole('alert');
    await alert.waitFor();
    expect((await alert.innerText()).length).toBeGreaterThan(10);
    expect((await api<{ log: unknown[] }>('/log')).log).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await leave();
  });

  it('marked incidents are merged, and the merge is taken back', async () => {
    const before = await incidents();
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press(' ');
    await page.getByText('1 marked').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Merge incidents' }).waitFor();
    await give(page, 'one affair');
    await expect.poll(async () => (await incidents()).length).toBe(before.length - 1);
    expect((await counts(page)).said).toBe(before.length - 1);
    await page.keyboard.press('u');
    await page.getByRole('dialog', { name: 'Undo a correction' }).getByText(/merged/).waitFor();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await incidents()).map((one) => one.id).sort()).toEqual(before.map((one) => one.id).sort());
    await expect.poll(async () => (await counts(page)).said).toBe(before.length);
    await leave();
  });

  it('an incident is split', async () => {
    const before = await incidents();
    const target = before.sort((a, b) => b.reports.length - a.reports.length)[0]!;
    const { page, leave } = await visit(`${server.url}/?incident=${target.id}`);
    await ready(page);
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Split the incident' });
    const boxes = dialog.getByRole('checkbox');
    await boxes.first().waitFor();
    expect(await boxes.count()).toBe(target.members.length);
    await boxes.last().check();
    await give(page, 'another attack');
    expect((await incidents()).length).toBe(before.length + 1);
    expect((await api<Incident>(`/incidents/${target.id}`)).members.length).toBe(target.members.length - 1);
    await leave();
  });

  it('an incident is rejected: out of all lists, until asked for', async () => {
    const before = (await incidents()).length;
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: 'Reject the incident' }).waitFor();
    await give(page, 'an exercise');
    await expect.poll(async () => (await counts(page)).said).toBe(before - 1);
    await page.goto(`${server.url}/?rejected=1`);
    await ready(page);
    expect((await counts(page)).said).toBe(before);
    await rows(page).getByText('rejected', { exact: true }).waitFor();
    await leave();
  });

  it('the help tells of it, and keys do nothing while one types', async () => {
    const { page, leave } = await visit(server.url);
    await ready(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    for (const text of ['Next incident', 'Correct a field', 'Merge with the marked ones', 'Split', 'Reject', 'Undo', 'Brief']) {
      await help.getByText(text, { exact: true }).waitFor();
    }
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('xex');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await leave();
  });
});

describe('files', () => {
  const report = [
    'Car bomb kills seven at a market in Kirkuk', '',
    'KIRKUK, Iraq, 3 March 2025 (Test Wire) - A car bomb killed seven people at a market in Kirkuk on Monday, police said.',
    'Twelve people were wounded, a hospital official said. No group claimed responsibility.', '',
  ].join('\n');

  async function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
    const data = await page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, text } of list) transfer.items.add(new File([text], name, { type: 'text/plain' }));
      return transfer;
    }, files);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
    await page.getByText('Drop to read into the ledger').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  }

  it('are dropped, read with progress, and in the list without a reload', async () => {
    const before = (await incidents()).length;
    const { page, leave } = await visit(server.url);
    await ready(page);
    await drop(page, [{ name: 'kirkuk – été.txt', text: report }, { name: 'broken.json', text: '{"not": "closed' }]);
    await page.getByText('1 report read, 1 coded, 1 added').waitFor();
    await page.getByText(/refused/).first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await ready(page);
    await expect.poll(async () => (await counts(page)).said).toBeGreaterThan(before);
    await rows(page).filter({ hasText: 'Kirkuk' }).first().waitFor();
    await leave();
  });

  it('that others bring show up by themselves', async () => {
    const before = (await incidents()).length;
    const { page, leave } = await visit(server.url);
    await ready(page);
    const answer = await fetch(`${server.url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'X-Sitrep': '1', 'X-File-Name': 'k.txt', 'Content-Type': 'application/octet-stream' },
      body: report,
    });
    expect(answer.status).toBe(202);
    await expect.poll(async () => (await counts(page)).said, { timeout: 15_000 }).toBeGreaterThan(before);
    await leave();
  });
});

it('a ledger that is open for reading only offers no corrections', async () => {
  const reading = await serve(copyLedger(original), '--read-only');
  const { page, leave } = await visit(reading.url);
  await ready(page);
  await page.keyboard.press('Enter');
  await page.getByText('This ledger is open for reading only.').waitFor();
  expect(await page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
  await page.keyboard.press('x');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await leave();
  reading.stop();
});

it('a search shows no other rows while the ledger changes under it', async () => {
  const found = async () => (await api<{ ids: string[] }>('/ids?text=condensate')).ids.length;
  const before = await found();
  const { page, leave } = await visit(`${server.url}/?text=condensate`);
  await ready(page);
  await expect.poll(async () => (await counts(page)).said).toBe(before);
  const titles = () => page.evaluate(() => [...document.querySelectorAll('#incidents .title')].map((one) => one.textContent!).join('|'));
  const first = await titles();
  await page.evaluate(() => {
    const seen = new Set<string>();
    (window as unknown as { seen: Set<string> }).seen = seen;
    const look = () => seen.add([...document.querySelectorAll('#incidents .title')].map((one) => one.textContent!).join('|'));
    new MutationObserver(look).observe(document.querySelector('#incidents')!, { subtree: true, childList: true, characterData: true });
  });
  await page.route('**/api/v1/ids*', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  // A newer incident moves all rows of the table by one.
  const text = 'A bomb killed nine people at a bus station in Maiduguri on 2 May 2025, police said.';
  const response = await fetch(`${server.url}/api/v1/reports`, {
    method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'X-Sitrep': '1', 'X-File-Name': 'one.jsonl' },
    body: JSON.stringify({ id: 'n1', uri: 'https://new.example/1', outlet: 'New Wire', title: 'Bomb kills nine', published: '2025-05-02', text }),
  });
  expect(response.status).toBe(202);
  await page.getByText('The ledger has changed').waitFor();
  await page.waitForTimeout(300);
  expect(await found()).toBe(before);
  expect(await titles()).toBe(first);
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen.filter((one) => one !== first)).toEqual([]);
  await leave();
});
