import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { open, pageOf } from "./server.mjs";
import { show } from "./views.mjs";

let world;
before(async () => {
  world = await open();
});
after(() => world?.close());

it("the graph begins at a chosen requirement, and the same neighbourhood can be read as a list", async () => {
  const { page, context } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/graph" });
  const main = page.getByRole("main");
  await main.getByRole("textbox").or(main.getByRole("searchbox")).first().fill("R-33");
  await page.keyboard.press("Enter");
  await main.getByRole("button", { name: /^(\S+ )?R-33 / }).click();
  await main.getByText(/shown of \d+ known/).first().waitFor();
  await main.getByRole("button", { name: "List" }).or(main.getByRole("radio", { name: "List" })).first().click();
  await main.getByText("C-86").first().waitFor();
  await context.close();
});

it("the matrix is walked by keys, and a cell opens to what stands behind it", async () => {
  const { page, context } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/matrix" });
  const grid = page.getByRole("grid");
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press("Control+End");
  await grid.getByText("R-99", { exact: true }).first().waitFor();
  await page.keyboard.press("Control+Home");
  await grid.getByText("R-1", { exact: true }).first().waitFor();
  await page.keyboard.press("Enter");
  const detail = page.getByRole("dialog");
  await detail.waitFor();
  assert.match(await detail.innerText(), /C-1/);
  await page.keyboard.press("Escape");
  await detail.waitFor({ state: "detached" });
  await context.close();
});
