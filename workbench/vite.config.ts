import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

const server = process.env.SITREP_SERVER ?? 'http://127.0.0.1:8321';

/** `import url from 'virtual:basemap'`: the address of the base map, made at build time. */
function basemap(): Plugin {
  const id = 'virtual:basemap';
  let serving = false;
  const make = async () => {
    const path = pathToFileURL(resolve('scripts/basemap.mjs')).href; // not bundled into this file
    return JSON.stringify(((await import(path)) as { basemap: () => unknown }).basemap());
  };
  return {
    name: 'sitrep-basemap',
    configResolved: (config) => {
      serving = config.command === 'serve';
    },
    resolveId: (name) => (name === id ? `\0${id}` : null),
    async load(name) {
      if (name !== `\0${id}`) return null;
      if (serving) return 'export default "/basemap.json"';
      const file = this.emitFile({ type: 'asset', name: 'basemap.json', source: await make() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    // What the map needs comes while the program starts.
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {}).flatMap((file) => {
          const href = `/${file.fileName}`;
          const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs: { ...attrs, href }, injectTo: 'head' as const });
          if (file.type === 'chunk') return file.name === 'painter' ? [link({ rel: 'modulepreload' })] : [];
          return file.names.includes('basemap.json') ? [link({ rel: 'preload', as: 'fetch', crossorigin: '' })] : [];
        }),
    },
    configureServer(dev) {
      dev.middlewares.use('/basemap.json', async (_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(await make());
      });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), basemap()],
  server: { proxy: { '/api': server } },
  worker: { format: 'es' },
  test: { include: ['src/**/*.test.ts', 'scripts/*.test.ts'], environment: 'node' },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0, // data: addresses would need a wider policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
