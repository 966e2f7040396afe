import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";

const at = "2026-11-23T02:14:00Z";

/** A project of which so many changes are kept. */
function changed(count: number): Thing {
  const world = payments();
  const project = (world.project as (of: { key: string }) => Thing)({ key: "PAY" });
  project.changes = Array.from({ length: count }, (_, i) => ({
    seq: i + 1,
    at,
    op: i === 0 ? "CREATE" : "UPDATE",
    entityType: "REQUIREMENT",
    entityId: "req_41",
    entityKey: "R-41",
    actor: i % 2 === 0 ? { name: "Tester" } : null,
    cause: { kind: i % 2 === 0 ? "API" : "RULE", importRun: null },
    fields: [{ field: "title", before: `at most ${i}`, after: `at most ${i + 1}`, omitted: false }],
  }));
  return world;
}

it("tells each change as a sentence, newest first, with what was before and what is now", async () => {
  serve(changed(3));
  openPage("/p/PAY/activity");
  const all = await screen.findAllByText(/requirement|Requirement/, { selector: "ol.activity-list a" });
  expect(all.map((link) => link.getAttribute("href"))).toEqual(Array(3).fill("/p/PAY/requirements/R-41"));
  const rows = [...document.querySelectorAll(".activity-list > li")].map((row) => row.textContent);
  expect(rows[0]).toMatch(/^3Tester changed requirement R-41 · .*Title: at most 2 → at most 3$/);
  expect(rows[1]).toContain("because of another change");
  expect(rows[2]).toMatch(/^1Tester created requirement R-41/);
  await expectAccessible();
});

it("reads older changes when asked, each once", async () => {
  const requests = serve(changed(120));
  openPage("/p/PAY/activity");
  await screen.findByText("50 changes shown, the newest is number 120");
  await userEvent.click(screen.getByRole("button", { name: "Show older changes" }));
  await screen.findByText("100 changes shown, the newest is number 120");
  await userEvent.click(screen.getByRole("button", { name: "Show older changes" }));
  await screen.findByText("120 changes shown, the newest is number 120");
  expect(screen.queryByRole("button", { name: "Show older changes" })).toBeNull();
  expect(requests.length).toBe(3);
});

it("says what to do next where nothing changed yet", async () => {
  serve(changed(0));
  openPage("/p/PAY/activity");
  expect(await screen.findByText("Nothing changed yet.")).toBeTruthy();
});
