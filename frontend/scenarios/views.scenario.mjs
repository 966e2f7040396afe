import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { open, pageOf } from "./server.mjs";
import { show, views } from "./views.mjs";

// Evaluated as the debugger does it: the page forbids foreign scripts, and keeps doing so.
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));

for (const language of ["en", "zh-CN"])
  for (const theme of ["light", "dark"])
    describe(`every view, ${theme}, ${language}`, () => {
      let world;
      before(async () => {
        world = await open();
        await mkdir(pictures, { recursive: true });
      });
      after(() => world?.close());

      for (const view of views)
        it(`${view.name} is free of axe faults, fits its window${view.beside ? "" : " and asks once"}`, async () => {
          const { page, context, faults, count } = await pageOf(world.browser, { language, theme });
          try {
            await show(page, world.address, view);
            const asked = count();
            await page.screenshot({ path: `${pictures}${view.name}-${theme}-${language}.png` });
            await page.evaluate(axe);
            const found = await page.evaluate(async () => {
              const { violations } = await window.axe.run(document);
              return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("\n  ")}`);
            });
            const wide = [];
            for (const width of [1280, 640]) {
              await page.setViewportSize({ width, height: 800 });
              const over = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
              );
              if (over > 0) wide.push(`${over} px too wide at ${width}`);
            }
            if (wide.length > 0) await page.screenshot({ path: `${pictures}${view.name}-narrow-${theme}-${language}.png` });
            assert.deepEqual({ found, wide, faults, asked }, { found: [], wide: [], faults: [], asked: view.beside ? asked : 1 });
          } finally {
            await context.close();
          }
        });
    });
