import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a running platform answers while the dashboard is developed with `npx vite apps/web`. */
const platform = process.env.PLUMBLINE_PLATFORM ?? 'http://127.0.0.1:4310';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Charts are the largest part and most pages do without them: they are a file of their own, loaded with the first chart.
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/graphql': { target: platform, ws: true },
      '/auth': { target: platform },
    },
  },
});
