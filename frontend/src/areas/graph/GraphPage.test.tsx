import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve } from "../../testing/world";

const open = "/p/PAY/graph?root=requirement:R-41";

it("begins at what is chosen, red things first", async () => {
  const requests = serve(payments());
  openPage("/p/PAY/graph");
  await userEvent.click(await screen.findByRole("button", { name: /D-7/ }));
  expect(await screen.findByRole("treeitem", { name: /Defect, D-7/ })).toBeTruthy();
  expect(window.location.search).toBe("?root=defect%3AD-7");
  expect(requests.length, "one question to choose, one for the graph").toBe(2);
  await expectAccessible();
});

it("is walked along the links by arrows, from the red requirement to its defect", async () => {
  const requests = serve(payments());
  openPage(open);
  const start = await screen.findByRole("treeitem", { name: /Requirement, R-41/ });
  start.focus();
  for (const name of [/Test case, C-340/, /Execution, b4, SIT-2, Failed/, /Defect, D-7/]) {
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("treeitem", { name })));
  }
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
  await waitFor(() => expect(document.activeElement).toBe(start));
  expect(requests.length).toBe(1);
  await expectAccessible();
});

it("marks the red path, and says so in the address", async () => {
  serve(payments());
  openPage(open);
  await userEvent.click(await screen.findByRole("button", { name: "Red path" }));
  expect(await screen.findByRole("button", { name: "Red path 1 of 1" })).toBeTruthy();
  expect(window.location.search).toContain("path=1");
  expect(document.querySelectorAll(".graph-node-path").length).toBe(4);
});

it("opens what a thing knows with one question, and closes it again", async () => {
  const requests = serve(payments());
  openPage(open);
  (await screen.findByRole("treeitem", { name: /Test case, C-340/ })).focus();
  await userEvent.keyboard("e");
  expect(await screen.findByRole("treeitem", { name: /UAT, Passed/ })).toBeTruthy();
  expect(window.location.search).toContain("open=case_1");
  expect(requests.length).toBe(2);
  await userEvent.keyboard("e");
  await waitFor(() => expect(window.location.search).not.toContain("open="));
});

it("is the same as a list", async () => {
  serve(payments());
  openPage(open);
  const nodes = (await screen.findAllByRole("treeitem")).length;
  await userEvent.keyboard("l");
  const rows = within(await screen.findByRole("table")).getAllByRole("row");
  expect(rows.length - 1).toBe(nodes);
  expect(screen.getByRole("link", { name: "D-7" }).getAttribute("href")).toBe("/p/PAY/defects/D-7");
  await expectAccessible();
});

it("shows the one question behind it", async () => {
  const requests = serve(payments());
  openPage(open);
  await screen.findAllByRole("treeitem");
  const [asked] = requests;
  expect(screen.getByText(/^query GraphOfRequirement/, { selector: "pre" }).textContent).toBe(asked?.query);
  const link = screen.getByText("Open in GraphiQL") as HTMLAnchorElement;
  expect(new URL(link.href).searchParams.get("query")).toBe(asked?.query);
});

it("says that a thing is not there", async () => {
  serve(payments());
  openPage("/p/PAY/graph?root=requirement:R-99");
  expect(await screen.findByText(/There is no R-99 in this project/)).toBeTruthy();
});
