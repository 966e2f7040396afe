import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve } from "../../testing/world";

it("Ctrl+K begins a search on every page, and the slash where there is nothing to filter", async () => {
  serve(payments());
  openPage("/p/PAY/defects");
  await screen.findByRole("table", { name: "Defects" });
  await userEvent.keyboard("/");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Filter" }));
  await userEvent.tab();
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Search PAY" }));
});

it("the slash begins a search, hits are marked and grouped, and Enter opens the best one", async () => {
  const requests = serve(payments());
  openPage("/p/PAY");
  await screen.findByRole("table", { name: "Open defects" });
  await userEvent.keyboard("/");
  expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Search PAY" }));
  await userEvent.keyboard("limit");
  const marked = await screen.findByText("limit", { selector: "mark" });
  expect(marked.closest("section")?.getAttribute("aria-label")).toBe("Requirements");
  expect(requests.at(-1)?.variables).toEqual({ text: "limit", first: 30, project: "PAY" });
  await expectAccessible();
  await userEvent.keyboard("{Enter}");
  await screen.findByRole("heading", { level: 1, name: /Transfers/ });
  expect(window.location.pathname).toBe("/p/PAY/requirements/R-41");
  expect(screen.queryByText("limit", { selector: "mark" })).toBeNull();
});

it("Escape empties the search and stays where it is", async () => {
  serve(payments());
  openPage("/p/PAY/defects/D-7");
  await screen.findByRole("heading", { level: 1, name: "Limit is ignored" });
  await userEvent.keyboard("/limit{Escape}");
  expect((screen.getByRole("searchbox") as HTMLInputElement).value).toBe("");
  expect(window.location.pathname).toBe("/p/PAY/defects/D-7");
});

it("takes commands too: behind > all of the page, by their words, run by Enter", async () => {
  const requests = serve(payments());
  openPage("/p/PAY");
  await screen.findByRole("table", { name: "Open defects" });
  await userEvent.keyboard("{Control>}k{/Control}>susp");
  expect(await screen.findByRole("region", { name: "Commands" })).toBeTruthy();
  await expectAccessible();
  await userEvent.keyboard("{Enter}");
  await screen.findByRole("heading", { level: 1, name: "Suspect links" });
  expect(window.location.pathname).toBe("/p/PAY/suspects");
  expect(requests.some(({ query }) => query.startsWith("query Search"))).toBe(false);
});
