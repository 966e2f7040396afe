import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { open, pageOf } from "./server.mjs";
import { show } from "./views.mjs";

let world;
before(async () => {
  world = await open();
});
after(() => world?.close());

it("going from one part of a project to another asks the server once", async () => {
  const { page, context, count, forget } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/requirements" });
  const parts = page.getByRole("navigation", { name: "Parts of PAY" });
  const asked = {};
  for (const name of ["Test cases", "Executions", "Defects", "Suites"]) {
    forget();
    const answered = page.waitForResponse(
      (response) =>
        response.url().endsWith("/graphql") && response.request().headers().accept !== "text/event-stream",
    );
    await parts.getByRole("link", { name }).click();
    await (await answered).finished();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.waitForFunction(() => !document.querySelector("main [aria-busy=true], main .skeleton"));
    asked[name] = count();
  }
  assert.deepEqual(asked, { "Test cases": 1, Executions: 1, Defects: 1, Suites: 1 });
  await context.close();
});
