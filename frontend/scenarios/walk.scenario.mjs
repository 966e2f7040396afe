import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { open, pageOf } from "./server.mjs";
import { show } from "./views.mjs";

let world;
before(async () => {
  world = await open();
});
after(() => world?.close());

/** Presses Tab until a link of this name has the focus, as somebody without a mouse does. */
async function tabTo(page, link, most = 200) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((one) => one === document.activeElement)) return;
  }
  assert.fail("Tab does not reach the link");
}

it("by keys alone: from the red requirement over its why line to the failing execution and to its defect", async () => {
  const { page, context } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/requirements/R-33" });
  const why = page.getByRole("region", { name: "Why is this red?" });
  await why.waitFor();
  const failing = why.getByRole("link", { name: /^Failed/ }).first();
  await tabTo(page, failing);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/p\/PAY\/executions\/exe/);
  const defect = page.getByRole("main").getByRole("link", { name: /D-\d+/ }).first();
  await defect.waitFor();
  await tabTo(page, defect);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/p\/PAY\/defects\/D-\d+/);
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await context.close();
});

it("what is said in one window arrives in another, and a draft survives a reload", async () => {
  const [one, other] = [await pageOf(world.browser), await pageOf(world.browser)];
  const view = { path: "/p/PAY/requirements/R-33" };
  await show(one.page, world.address, view);
  await show(other.page, world.address, view);
  const field = one.page.getByRole("textbox", { name: "Add a comment" });
  await field.fill("Seen on **every** build");
  await one.page.reload();
  assert.equal(await field.inputValue(), "Seen on **every** build");
  await field.press("Control+Enter");
  const comments = other.page.getByRole("region", { name: /^Comments/ });
  await comments.getByText("Seen on every build").waitFor();
  assert.equal(await field.inputValue(), "", "what was sent is no draft any more");
  await one.page.reload();
  assert.equal(await field.inputValue(), "");
  await one.context.close();
  await other.context.close();
});

it("a file that is chosen is kept with the thing, and the history tells what was changed", async () => {
  const { page, context } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/requirements/R-33" });
  const files = page.getByRole("region", { name: /^Attachments/ });
  await files.locator("input[type=file]").setInputFiles({
    name: "limits.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("5000"),
  });
  const link = files.getByRole("link", { name: "limits.txt" });
  await link.waitFor();
  const sent = await context.request.get(world.address + (await link.getAttribute("href")));
  assert.equal(await sent.text(), "5000");
  await files.getByRole("button", { name: "Move limits.txt to trash" }).click();
  await link.waitFor({ state: "detached" });
  const history = page.getByRole("region", { name: "History" });
  await history.getByRole("button", { name: "Show history" }).click();
  await history.getByRole("status").filter({ hasText: /Changes shown: \d/ }).waitFor();
  assert.ok((await history.getByRole("listitem").count()) > 0);
  await context.close();
});

it("a comment is changed in place, and goes to the trash", async () => {
  const { page, context } = await pageOf(world.browser);
  await show(page, world.address, { path: "/p/PAY/defects/D-79" });
  const comments = page.getByRole("region", { name: /^Comments/ });
  await comments.getByRole("textbox", { name: "Add a comment" }).fill("Seen once");
  await comments.getByRole("button", { name: "Comment", exact: true }).click();
  await comments.getByRole("button", { name: "Edit" }).click();
  await comments.getByRole("textbox", { name: "Comment, in Markdown" }).fill("Seen twice");
  await comments.getByRole("button", { name: "Save" }).click();
  await comments.getByRole("listitem").getByText("Seen twice").waitFor();
  await comments.getByText(/edited/).waitFor();
  await comments.getByRole("button", { name: "Move to trash" }).click();
  await comments.getByText("Nobody has said anything yet.").waitFor();
  await context.close();
});
