// A page that fails the test when it does what it must never do: ask another host, throw, or run into
// its own content security policy.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | undefined;

export async function launch(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // WebGL without a graphics card.
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  return browser;
}

export async function quit(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface Options {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  stay?: boolean;
  refused?: boolean; // the server asks for a token, and may say no
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  faults: string[];
  /** Nothing went wrong; closes the page. */
  leave: () => Promise<void>;
}

/** Errors of the network that a test brings about on purpose are told by status, and are no faults here. */
const expected = [/Failed to load resource: the server responded with a status of (404|409|422)/];

export async function visit(url: string, { width = 1280, height = 800, scheme = 'light', stay = false, refused = false }: Options = {}): Promise<Visit> {
  const context = await (await launch()).newContext({
    viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce', ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const home = new URL(url).host;
  page.on('request', (request) => {
    const target = new URL(request.url());
    const local = target.host === home || target.protocol === 'data:' || target.protocol === 'blob:';
    if (!local) faults.push(`asked another host: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog of the browser: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    const text = message.text();
    const meant = refused && /status of (401|429)/.test(text);
    if (message.type() === 'error' && !meant && !expected.some((one) => one.test(text))) faults.push(`console: ${text}`);
  });
  if (!stay) await page.goto(url); // else on the empty page
  return {
    page, context, faults,
    leave: async () => {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

/** The rows of the list; a select has options, too. */
export const rows = (page: Page) => page.locator('#incidents [role=option]');

export async function ready(page: Page): Promise<void> {
  await rows(page).first().waitFor();
  await page.locator('[data-ready=yes]').waitFor({ timeout: 30_000 }); // without a graphics card
}

/** What axe finds that is serious or critical, in words. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource); // not by a script element, which the policy forbids
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document) => Promise<{ violations: { id: string; impact: string; nodes: { html: string; any: { message: string }[] }[] }[] }> };
    };
    const { violations } = await axe.run(document);
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`).join(' | ')}`);
  });
}

/** How many incidents each of the three says it shows. */
export async function counts(page: Page): Promise<{ said: number; list: number }> {
  const text = await page.locator('output.count').innerText();
  const said = Number(/^[\d\u202f]+/.exec(text)?.[0].replaceAll('\u202f', ''));
  const first = rows(page).first();
  const list = (await first.count()) ? Number(await first.getAttribute('aria-setsize')) : 0;
  return { said, list };
}
