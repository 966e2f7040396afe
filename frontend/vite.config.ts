import react from "@vitejs/plugin-react";
import type { ViteDevServer } from "vite";
import { defineConfig } from "vitest/config";

/**
 * GraphiQL's style sheet carries three hundred kilobytes of web fonts as data. The page uses the fonts of the machine, so the faces
 * are dropped while building; src/areas/graphiql/graphiql.css names the families instead.
 */
const withoutFontFaces = {
  name: "asterism:without-font-faces",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (!id.includes("graphiql") || !id.endsWith("style.css")) return null;
    return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ""), map: null };
  },
};

/** While developing, the address of GraphiQL opens its page, as the Go handler does it in earnest. */
const graphiqlAddress = {
  name: "asterism:graphiql-address",
  configureServer(server: ViteDevServer) {
    server.middlewares.use((request: { url?: string }, _, next) => {
      request.url = request.url?.replace(/^\/graphiql(?=\?|$)/, "/graphiql.html");
      next();
    });
  },
};

export default defineConfig({
  plugins: [react(), withoutFontFaces, graphiqlAddress],
  build: {
    // light-dark() and the rest of the style sheets run unpolyfilled in these; the window's WebKitGTK is newer than Safari 17.5.
    target: ["es2022", "chrome123", "firefox121", "safari17.5"],
    // public/.gitkeep is copied back on every build, so that dist/ is never empty and the Go embed always compiles.
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // GraphiQL with its editor is one chunk of 0.8 MB, loaded by its own page alone.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: "index.html", graphiql: "graphiql.html" },
      // GraphiQL was compiled with hints to a compiler that we do not run; losing them changes nothing.
      onwarn: (warning, report) => warning.code === "MODULE_LEVEL_DIRECTIVE" || report(warning),
    },
  },
  server: {
    proxy: {
      "/graphql": "http://127.0.0.1:8080",
      "/imports/": "http://127.0.0.1:8080",
      "/schema.graphql": "http://127.0.0.1:8080",
    },
  },
  test: {
    environment: "jsdom",
    testTimeout: 60_000,
    // The style sheets are left alone, but for the one whose colours a test recomputes.
    css: { include: [/tokens/] },
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
