import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { gzipSync } from "node:zlib";
import { open, pageOf } from "./server.mjs";
import { show } from "./views.mjs";

const most = 350 * 1024;
let world;
before(async () => {
  world = await open();
});
after(() => world?.close());

it("the JavaScript of the first load stays below 350 kB, packed", async () => {
  const { page, context } = await pageOf(world.browser);
  const scripts = [];
  page.on("response", (response) => {
    if (/\.m?js$/.test(new URL(response.url()).pathname)) scripts.push(response);
  });
  await show(page, world.address, { path: "/p/PAY/requirements" });
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(scripts.length > 0, "a page without scripts would prove nothing");
  assert.ok(whole <= most, `${whole} bytes in ${scripts.length} files`);
  await context.close();
});
