// A ledger that others than this machine's users can reach: with a token and TLS, or an explicit word.

import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counts, quit, ready, rows, visit } from './browser';
import { makeLedger, serve, type Server, sitrep, writeInput } from './server';

const kToken = 'correct-horse-battery';
const kTokens = `# who may\nAda Okoye ${kToken}\nanother-long-token\n`;

let ledger: string;
let tokens: string;
let certificate: string[];
beforeAll(() => {
  ledger = makeLedger();
  tokens = writeInput('tokens', kTokens);
  const [key, cert] = [writeInput('key.pem', ''), writeInput('cert.pem', '')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  certificate = ['--tls-cert', cert, '--tls-key', key];
});
afterAll(quit);

/** By loopback, though it listens to all. */
async function serveOpenly(...options: string[]): Promise<Server> {
  const server = await serve(ledger, '--address', '0.0.0.0', ...options);
  return { ...server, url: server.url.replace('0.0.0.0', '127.0.0.1') };
}

describe('an open address', () => {
  const refusal = (...options: string[]) => {
    const { status, stderr } = spawnSync(sitrep, ['serve', ledger, '--port', '0', '--address', '0.0.0.0', ...options], {
      encoding: 'utf8', timeout: 20_000,
    });
    return status === null ? 'it serves' : stderr;
  };
  it('is refused without a token, and without TLS', () => {
    expect(refusal()).toMatch(/--token/);
    expect(refusal(...certificate)).toMatch(/--token/);
    expect(refusal('--token-file', tokens)).toMatch(/--tls-cert/);
    expect(refusal('--insecure', 'plain-http')).toMatch(/--token/);
    expect(refusal('--token-file', writeInput('short', 'secret\n'), '--insecure', 'plain-http')).toMatch(/at least/);
  });
});

describe.each(['http', 'https'] as const)('by %s', (scheme) => {
  let server: Server;
  beforeAll(async () => {
    server = await serveOpenly('--token-file', tokens, ...(scheme === 'https' ? certificate : ['--insecure', 'plain-http']));
    expect(server.url).toMatch(new RegExp(`^${scheme}://127`));
  });
  afterAll(() => server.stop());

  it('nothing is shown before the right token, and all with it, under its name', async () => {
    const { page, context, leave } = await visit(server.url, { refused: true });
    await page.getByRole('heading', { name: 'This ledger asks for a token' }).waitFor();
    expect(await rows(page).count()).toBe(0);
    expect(await page.locator('header').innerText()).not.toContain('.sitrep');
    const field = page.getByLabel('Token');
    const open = page.getByRole('button', { name: 'Open' });
    expect(await open.isDisabled()).toBe(true);

    for (const wrong of ['wrong-horse-battery', `${kToken}x`, kToken.slice(0, -1), 'Ada Okoye']) {
      await field.fill(wrong);
      await open.click();
      await page.getByRole('alert').getByText(/none of this server/).waitFor();
    }
    expect(await context.cookies()).toEqual([]);
    expect(await rows(page).count()).toBe(0);

    await field.fill(` ${kToken} `); // as it is copied
    await page.keyboard.press('Enter');
    await ready(page);
    expect((await counts(page)).said).toBeGreaterThan(5);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: scheme === 'https' });
    expect(cookie!.value).not.toContain(kToken);

    await page.reload();
    await ready(page);
    const session = await page.evaluate(async () => (await fetch('/api/v1/session')).json() as Promise<{ user: string }>);
    expect(session.user).toBe('Ada Okoye');

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'This ledger asks for a token' }).waitFor();
    expect(await context.cookies()).toEqual([]);
    await leave();
  });

  it('a cookie that was made up opens nothing', async () => {
    const { page, context, leave } = await visit(server.url, { stay: true, refused: true });
    await context.addCookies([{ name: 'sitrep', value: kToken, url: server.url }]);
    await page.goto(`${server.url}/?text=market`);
    await page.getByRole('heading', { name: 'This ledger asks for a token' }).waitFor();
    const statuses = await page.evaluate(() =>
      Promise.all(['table', 'session', 'incidents', 'log', 'brief', 'export?format=json', 'events'].map(async (path) => (await fetch(`/api/v1/${path}`)).status)),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
    await leave();
  });
});

it('who guesses is made to wait, and the right token works after that', async () => {
  const server = await serveOpenly('--token', kToken, '--insecure', 'plain-http');
  const { page, leave } = await visit(server.url, { refused: true });
  const statuses = await page.evaluate(async () => {
    const found: number[] = [];
    for (let i = 0; i < 14; ++i) {
      const body = JSON.stringify({ token: `guess-number-${i}` });
      const headers = { 'Content-Type': 'application/json', 'X-Sitrep': '1' };
      found.push((await fetch('/api/v1/login', { method: 'POST', headers, body })).status);
      await new Promise((done) => setTimeout(done, 120)); // ten writes a second are allowed
    }
    return found;
  });
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses.at(-1)).toBe(429);
  const field = page.getByLabel('Token');
  await field.fill(kToken);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('alert').getByText(/too many wrong tokens/).waitFor();
  await page.waitForTimeout(5500); // one more try in five seconds
  await field.fill(kToken);
  await page.getByRole('button', { name: 'Open' }).click();
  await ready(page);
  await leave();
  server.stop();
});
