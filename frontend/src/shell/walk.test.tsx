import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../testing/axe";
import { openPage } from "../testing/openPage";
import { payments } from "../testing/payments";
import { serve } from "../testing/world";

const path = () => window.location.pathname;

describe("the walk from a requirement to its defects and back", () => {
  it("goes by links alone, and the way back is on the page", async () => {
    serve(payments());
    openPage("/p/PAY/requirements/R-41");
    await screen.findByRole("heading", { level: 1, name: "Transfers above the limit are refused" });
    await userEvent.click(
      within(screen.getByRole("table", { name: "Test cases" })).getByRole("link", { name: "C-340" }),
    );
    await screen.findByRole("heading", { level: 1, name: "Refuse transfer" });
    const executions = screen.getByRole("table", { name: "Executions" });
    await userEvent.click(within(executions).getByRole("link", { name: /Failed/ }));
    await screen.findByText("at step 2");
    const defects = screen.getAllByRole("table", { name: "Defects" })[0] as HTMLElement;
    await userEvent.click(within(defects).getByRole("link", { name: "D-7" }));
    await screen.findByRole("heading", { level: 1, name: "Limit is ignored" });
    expect(path()).toBe("/p/PAY/defects/D-7");
    const crumbs = screen.getByRole("navigation", { name: "The way here" });
    const way = within(crumbs).getAllByRole("link");
    expect(way.map((link) => link.textContent)).toEqual([
      "Projects",
      "PAY",
      "Requirements",
      "R-41",
      "C-340",
      "Execution of C-340",
    ]);
    await userEvent.click(
      within(screen.getByRole("table", { name: "Requirements" })).getByRole("link", { name: "R-41" }),
    );
    await waitFor(() => expect(path()).toBe("/p/PAY/requirements/R-41"));
    expect(within(screen.getByRole("navigation", { name: "The way here" })).getAllByRole("link")).toHaveLength(3);
  });

  it("goes by keyboard: down to a row, open it, and Escape returns focus to that row", async () => {
    serve(payments());
    openPage("/p/PAY/requirements");
    const first = await screen.findByRole("link", { name: /R-4 / });
    await userEvent.keyboard("j");
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard("{ArrowRight}");
    const row = await screen.findByRole("link", { name: /R-41/ });
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(row);
    await userEvent.keyboard("{Enter}");
    const title = await screen.findByRole("heading", { level: 1, name: /Transfers/ });
    await waitFor(() => expect(document.activeElement).toBe(title));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(path()).toBe("/p/PAY/requirements"));
    await waitFor(() => expect(document.activeElement?.getAttribute("href")).toBe("/p/PAY/requirements/R-41"));
  });

  it("single letters rest while one writes, while one composes, and when they are switched off", async () => {
    serve(payments());
    openPage("/p/PAY/requirements");
    await screen.findByRole("link", { name: /R-4 / });
    const field = screen.getByRole("searchbox");
    await userEvent.click(field);
    await userEvent.keyboard("jk?");
    expect((field as HTMLInputElement).value).toBe("jk?");
    field.blur();
    const composing = new KeyboardEvent("keydown", { key: "j", bubbles: true, isComposing: true });
    act(() => void document.body.dispatchEvent(composing));
    expect(document.activeElement).toBe(document.body);
    await userEvent.keyboard("?");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Single letters act" }));
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard("j");
    expect(document.activeElement).toBe(document.body);
    expect(window.localStorage.getItem("asterism.keys")).toBe("off");
  });
});

describe("every page", () => {
  it.each([
    ["/", "Payments"],
    ["/p/PAY", "Newest failures"],
    ["/p/PAY/requirements", "R-4"],
    ["/p/PAY/requirements/R-41", "Why is this red?"],
    ["/p/PAY/requirements/R-43", "Why is this stale?"],
    ["/p/PAY/cases", "C-340"],
    ["/p/PAY/cases/C-340", "Enter 5,001"],
    ["/p/PAY/suites", "Limits"],
    ["/p/PAY/suites/suite_1", "Refuse transfer"],
    ["/p/PAY/executions", "SIT-2"],
    ["/p/PAY/executions/exec_1", "Failures in the same words"],
    ["/p/PAY/defects", "D-7"],
    ["/p/PAY/defects/D-7", "Limit is ignored"],
  ])("%s shows %s and is free of accessibility faults, with one main heading", async (address, words) => {
    serve(payments());
    openPage(address);
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    await expectAccessible();
  });

  it.each(["requirements/R-404", "cases/C-404", "executions/exec_404", "defects/D-404"])(
    "%s is said to be missing, which is not the same as empty",
    async (rest) => {
      serve(payments());
      openPage(`/p/PAY/${rest}`);
      expect((await screen.findByRole("alert")).textContent).toMatch(/There is no .* here/);
      await expectAccessible();
    },
  );

  it("an execution of another project has no address in this one", async () => {
    serve(payments());
    openPage("/p/LIM/executions/exec_1");
    expect(await screen.findByText(/There is no Execution here/)).toBeTruthy();
  });
});
