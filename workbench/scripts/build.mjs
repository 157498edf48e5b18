// Builds workbench/dist anew and says how large it is.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const kMostKilobytes = 620; // gzipped, all files together

process.chdir(new URL('..', import.meta.url).pathname);
await build({ logLevel: 'warn' });
const hash = execFileSync('scripts/sources.sh', { encoding: 'utf8' });
writeFileSync('dist/sources.sha256', hash);

let total = 0;
for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
  if (path.endsWith('.map')) throw new Error(`${path}: no source maps in dist`);
  const size = gzipSync(readFileSync(path), { level: 9 }).length;
  total += size;
  console.log(`${String(Math.ceil(size / 1024)).padStart(5)} kB  ${path}`);
}
console.log(`${String(Math.ceil(total / 1024)).padStart(5)} kB  in all, gzipped`);
if (total > kMostKilobytes * 1024) throw new Error(`dist is larger than ${kMostKilobytes} kB`);
