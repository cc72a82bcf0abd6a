import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const server = `http://localhost:${process.env.FOCUSLY_PORT ?? '3000'}`;
const webPort = Number(process.env.FOCUSLY_WEB_PORT ?? '5173');

/** Paths that belong to the server: the dev server forwards them, the service worker never answers them. */
const serverPaths = ['/socket.io', '/peerjs', '/api', '/healthz', '/readyz', '/metrics'];

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    VitePWA({
      registerType: 'autoUpdate',
      // `app/service-worker.ts` registers it: an inline script would break the Content-Security-Policy,
      // and the plugin's own script reloads the page at an update, which would end a call.
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Focusly',
        short_name: 'Focusly',
        description: 'Video rooms for focused work, on your own server.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f5f1',
        theme_color: '#14624f',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['index.html', 'assets/*.{js,css,woff2}', 'icons/*.svg'],
        // A page comes from the server while there is one, so that page and server are of one version;
        // the stored shell stands in without it. Everything else of the server is never touched.
        navigateFallback: null,
        runtimeCaching: [
          {
            urlPattern: new RegExp(`^https?://[^/]+/(?!(${serverPaths.join('|')})(/|[?]|$))`),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: '/index.html' } },
          },
        ],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: webPort,
    strictPort: true,
    proxy: Object.fromEntries(
      serverPaths.map((path) => [path, { target: server, ws: path === '/socket.io' || path === '/peerjs' }]),
    ),
  },
  // Fonts as data would need their own exception in the Content-Security-Policy.
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    // What changes least keeps its name, and so its place in browsers' caches, over releases of our own code.
    rollupOptions: { output: { manualChunks: { react: ['react', 'react-dom', '@tanstack/react-router'] } } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // A page takes long to draw on a machine that others use too; tests end by events, never by this.
    testTimeout: 30_000,
    maxWorkers: 2,
    minWorkers: 1,
  },
});
