// A real `sitrep serve` on a ledger of its own.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
export const sitrep = resolve(process.env.SITREP ?? join(root, 'build/release/sitrep'));

export interface Server { url: string; stop: () => void }

const folder = mkdtempSync(join(tmpdir(), 'sitrep-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true })); // vitest ends its workers before their 'exit'
let made = 0;

/** A fresh ledger of the inputs; the stories of examples/ where none are given. */
export function makeLedger(...inputs: string[]): string {
  const stories = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'examples', entry.name, 'reports'));
  const path = join(folder, `ledger-${++made}.sitrep`);
  execFileSync(sitrep, ['build', path, ...(inputs.length ? inputs : stories)], { stdio: 'pipe' });
  return path;
}

export function writeInput(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export function copyLedger(path: string): string {
  const copy = join(folder, `ledger-${++made}.sitrep`);
  cpSync(path, copy);
  return copy;
}

export async function serve(ledger: string, ...options: string[]): Promise<Server> {
  if (!existsSync(ledger)) throw new Error(`no ledger ${ledger}`);
  const child = spawn(sitrep, ['serve', ledger, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressOf(child);
  return {
    url: url.replace(/\/$/, ''),
    stop: () => {
      child.kill();
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (bytes: Buffer) => {
      said += bytes.toString();
      const match = /https?:\/\/[^\s/]+/.exec(said);
      if (match) found(match[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => failed(new Error(`sitrep serve ended (${code}): ${said}`)));
  });
}
