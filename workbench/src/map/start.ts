// The map's code is the largest part of the program and slow to start. So the page preloads it
// (vite.config.ts), and runs it once the list and the timeline stand.

import { ledger } from '../state/ledger.svelte';
import { loadBasemap } from './basemap';

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export async function loadMap() {
  const basemap = loadBasemap();
  basemap.catch(() => undefined); // told below
  await ledger.loaded;
  await frame();
  const [painter, map] = await Promise.all([import('./painter'), basemap]);
  return { Painter: painter.Painter, basemap: map };
}
