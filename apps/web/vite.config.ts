import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = 'http://localhost:3000';

/** Each script and style once more, compressed: the server hands out what the browser can read, and compresses nothing itself. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    for (const name of (await readdir(assets)).filter((file) => /\.(js|css)$/.test(file))) {
      const text = await readFile(join(assets, name));
      await Promise.all([writeFile(join(assets, `${name}.gz`), gzipSync(text, { level: 9 })), writeFile(join(assets, `${name}.br`), brotliCompressSync(text))]);
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  // The pages are served with `default-src 'self'`: fonts and icons are files, never data: addresses.
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // Which plugin took how long is nothing for who starts Naast for the first time, on a slow machine.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: {
    port: 5173,
    proxy: { '/v1': api, '/sign-in': api, '/sign-out': api, '/health': api },
  },
});
