import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { open, pageOf } from "./server.mjs";
import { show } from "./views.mjs";

let world;
before(async () => {
  world = await open();
});
after(() => world?.close());

const results = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="nightly" tests="2" failures="1" timestamp="2026-11-23T02:00:00Z">
    <testcase classname="nightly.Limits" name="refuses a transfer above the limit" time="0.2"/>
    <testcase classname="nightly.Limits" name="counts transfers of one day together" time="0.4">
      <failure message="accepted 5001">accepted 5001</failure>
    </testcase>
  </testsuite>
</testsuites>
`;

it("a JUnit file goes through the wizard, and what it brings arrives in a second window by itself", async () => {
  const [one, other] = [await pageOf(world.browser), await pageOf(world.browser)];
  await show(other.page, world.address, { path: "/p/PAY/executions" });
  const arrived = other.page.getByRole("main").getByText("counts transfers of one day together").first();
  assert.equal(await arrived.count(), 0);

  const { page } = one;
  await show(page, world.address, { path: "/p/PAY/imports" });
  const main = page.getByRole("main");
  await main.getByText("Import files").first().click();
  await page.getByTestId("files").setInputFiles({
    name: "nightly.xml",
    mimeType: "application/xml",
    buffer: Buffer.from(results),
  });
  await main.getByRole("button", { name: "Read files" }).click();
  await main.getByRole("button", { name: "Next" }).click();
  await main.getByRole("button", { name: "Preview changes" }).click();
  await main.getByRole("button", { name: /^Import \d/ }).click();
  await main.getByText(/things were created/).first().waitFor();
  await arrived.waitFor();
  await one.context.close();
  await other.context.close();
});
