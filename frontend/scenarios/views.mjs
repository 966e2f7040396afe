/** Every view of the page that a scenario opens by its address, and what is there once it is drawn. */
export const views = [
  { name: "workspace", path: "/" },
  { name: "home", path: "/p/PAY" },
  { name: "requirements", path: "/p/PAY/requirements" },
  // Its tree stands beside it and is asked level by level.
  { name: "requirement", path: "/p/PAY/requirements/R-33", beside: true },
  { name: "suites", path: "/p/PAY/suites" },
  { name: "cases", path: "/p/PAY/cases" },
  { name: "case", path: "/p/PAY/cases/C-30" },
  { name: "graph", path: "/p/PAY/graph" },
  { name: "matrix", path: "/p/PAY/matrix" },
  { name: "suspects", path: "/p/PAY/suspects" },
  { name: "executions", path: "/p/PAY/executions" },
  { name: "defects", path: "/p/PAY/defects" },
  { name: "defect", path: "/p/PAY/defects/D-1" },
  { name: "imports", path: "/p/PAY/imports" },
  { name: "activity", path: "/p/PAY/activity" },
];

/** Opens a view and waits until it is drawn and no request of it is on its way. */
export async function show(page, address, { path }) {
  await page.goto(address + path);
  await page.locator("main :is(h1, h2)").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("main [aria-busy=true], main .skeleton"));
  await page.evaluate(() => document.fonts.ready);
}
