import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { fakeServer } from "../../testing/fakeServer";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { answer, type Thing } from "../../testing/world";

const versions = [
  { number: 2, reason: "New law", changes: [{ field: "TEXT", before: "at most 5", after: "at most 6" }] },
];

/** A server on which links are in doubt until they are judged; it keeps the judgements. */
function doubtful(count: number, refuse?: string) {
  const world = payments();
  const project = (world.project as (of: { key: string }) => Thing)({ key: "PAY" });
  const links: Thing[] = Array.from({ length: count }, (_, i) => ({
    id: `link_${i}`,
    version: 3,
    state: "SUSPECT",
    role: "VERIFIES",
    requirementVersion: 1,
    testCaseVersion: 1,
    changedFields: ["REQUIREMENT.TEXT"],
    requirement: { key: `R-${i}`, title: "Limit", contentVersion: 2, versions },
    testCase: { key: `C-${i}`, title: "Refuse", contentVersion: 1, lastStatus: "PASSED", versions: [] },
  }));
  project.traceLinks = () => links;
  const judged: unknown[] = [];
  fakeServer((request) => {
    const name = /^mutation (\w+)/.exec(request.query)?.[1];
    if (!name) return { body: answer(world, request) };
    const input = request.variables.input as { links: { id: string }[] };
    judged.push([name, input]);
    const userErrors = refuse ? [{ message: refuse, field: ["links"], code: "CONFLICT" }] : [];
    if (!refuse)
      for (const { id } of input.links)
        links.splice(
          links.findIndex((link) => link.id === id),
          1,
        );
    const payload = { traceLinks: [], userErrors };
    return { body: { data: { [name === "AffirmLinks" ? "linkAffirm" : "linkRetire"]: payload } } };
  });
  return judged;
}

it("shows beside each link what changed since it was affirmed", async () => {
  doubtful(2);
  openPage("/p/PAY/suspects");
  await screen.findByRole("link", { name: /R-0/ });
  const first = document.querySelector("[data-link]");
  expect(first?.textContent).toContain("R-0 v2, affirmed for v1");
  expect(first?.querySelector("del")?.textContent).toContain("5");
  expect(first?.querySelector("ins")?.textContent).toContain("6");
  await expectAccessible();
});

it("affirms the link in focus by keyboard, with its version and the reason", async () => {
  const judged = doubtful(2);
  openPage("/p/PAY/suspects");
  (await screen.findByRole("link", { name: /R-1/ })).focus();
  await userEvent.keyboard("a");
  await userEvent.type(await screen.findByRole("textbox", { name: "Reason" }), "Still tests it");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Affirmed 1 links.")).toBeTruthy();
  expect(judged).toEqual([
    ["AffirmLinks", { reason: "Still tests it", links: [{ id: "link_1", expectedVersion: 3 }] }],
  ]);
});

it("retires all that were chosen for one reason", async () => {
  const judged = doubtful(3);
  openPage("/p/PAY/suspects");
  await userEvent.click(await screen.findByRole("checkbox", { name: /R-0/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /R-2/ }));
  await userEvent.click(screen.getAllByRole("button", { name: "Retire…" })[1] as HTMLElement);
  const dialog = await screen.findByRole("dialog", { name: "Retire 2 links" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Gone");
  await userEvent.click(within(dialog).getByRole("button", { name: "Retire links" }));
  await waitFor(() => expect(judged.length).toBe(1));
  expect((judged[0] as [string, { links: { id: string }[] }])[1].links.map(({ id }) => id)).toEqual([
    "link_0",
    "link_2",
  ]);
});

it("says why a judgement was not taken, and keeps the reason", async () => {
  doubtful(1, "somebody else changed the link");
  openPage("/p/PAY/suspects");
  await userEvent.click(await screen.findByRole("button", { name: "Affirm…" }));
  const field = await screen.findByRole("textbox", { name: "Reason" });
  await userEvent.type(field, "Fine");
  await userEvent.click(screen.getByRole("button", { name: "Affirm links" }));
  expect((await screen.findByRole("alert")).textContent).toBe("somebody else changed the link");
  expect((field as HTMLTextAreaElement).value).toBe("Fine");
});

it("says that all links agree", async () => {
  doubtful(0);
  openPage("/p/PAY/suspects", "zh-CN");
  expect(await screen.findByText("全部链接一致")).toBeTruthy();
});
