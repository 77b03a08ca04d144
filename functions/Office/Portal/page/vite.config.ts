import { defineConfig } from 'vite';

/** The program that the page talks to while it is worked on: `npm run dev` hands calls on to it. */
const program = process.env.PROGRAM ?? 'http://localhost:7071';

export default defineConfig({
  base: '/portal/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: process.env.PAGE_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A picture or a style inside the code would need a looser policy for content.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': program,
      '/portal/settings.json': program,
      '/portal/clock': program,
    },
  },
});
