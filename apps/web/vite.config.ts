import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { icons } from "./icons-plugin.ts";

/** Where the API listens while developing. */
const API = "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react(), icons()],
  resolve: { conditions: ["parley-source", "module", "browser", "development|production"] },
  // Workers load words and models when they need them, as the page does.
  worker: { format: "es" },
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    // Inlined, the list of public suffixes (130 kB) would be in the bundle twice.
    rolldownOptions: { optimization: { inlineConst: false } },
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: ["../.."] },
    proxy: { "/graphql": { target: API, ws: true }, "/auth": API, "/sandbox-api": API, "/healthz": API },
  },
});
