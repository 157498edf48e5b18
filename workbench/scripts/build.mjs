// Builds workbench/dist anew and says how large it is.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const kMostKilobytes = 620; // gzipped, all files together

/** The licences of all that ends up in dist, which is given to others with the program. */
function licences() {
  const wanted = ['svelte', 'esm-env', 'clsx', 'topojson-client', 'world-atlas', 'maplibre-gl'];
  const texts = [];
  for (let i = 0; i < wanted.length; ++i) {
    const folder = `node_modules/${wanted[i]}`;
    if (!existsSync(folder)) continue;
    const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    // Svelte's dependencies are those of its compiler.
    if (about.name !== 'svelte') {
      for (const name of Object.keys(about.dependencies ?? {})) {
        if (!wanted.includes(name) && !name.startsWith('@types/')) wanted.push(name);
      }
    }
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${about.license}`;
    texts.push(`${about.name} ${about.version}\n\n${text}\n`);
  }
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

process.chdir(new URL('..', import.meta.url).pathname);
await build({ logLevel: 'warn' });
writeFileSync('dist/licences.txt', licences());
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
