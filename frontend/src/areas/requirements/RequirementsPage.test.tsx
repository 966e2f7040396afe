import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";

describe("the page of a requirement", () => {
  it("answers why it is red: case, execution, build, environment, message and defect", async () => {
    serve(payments());
    openPage("/p/PAY/requirements/R-41");
    const why = await screen.findByRole("region", { name: "Why is this red?" });
    expect(why.textContent).toMatch(/C-340 Failed .* on b4, in SIT-2 · accepted 5001 · D-7 Confirmed/);
    expect(within(why).getAllByRole("listitem")).toHaveLength(1);
  });

  it("answers why it is stale: which link, for which version, and what has changed since", async () => {
    serve(payments());
    openPage("/p/PAY/requirements/R-43");
    const why = await screen.findByRole("region", { name: "Why is this stale?" });
    expect(why.textContent).toContain("C-340: the requirement changed from v1 to v2 (Text).");
    expect(why.textContent).not.toContain("the case");
  });

  it("shows what a version changed, word by word", async () => {
    serve(payments());
    openPage("/p/PAY/requirements/R-41");
    const versions = await screen.findByRole("region", { name: "Versions 2" });
    expect(versions.querySelector("del")?.textContent).toBe("5");
    expect(versions.querySelector("ins")?.textContent).toBe("6");
    expect(versions.textContent).toContain("New law");
  });

  it("shows text as Markdown, in its own language, with tags and comments", async () => {
    serve(payments());
    openPage("/p/PAY/requirements/R-41", "zh-CN");
    const strong = await screen.findByText("5,000");
    expect(strong.tagName).toBe("STRONG");
    expect(strong.closest("[lang]")?.getAttribute("lang")).toBe("en");
    expect(screen.getByText("limits")).toBeTruthy();
    expect(screen.getByText("law").tagName).toBe("EM");
    expect(screen.getByRole("region", { name: "为什么失败？" })).toBeTruthy();
  });
});

describe("the tree of requirements", () => {
  it("stands beside the chosen one where there is room, with its branch open and marked", async () => {
    const wide = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
    vi.stubGlobal("matchMedia", () => wide);
    serve(payments());
    openPage("/p/PAY/requirements/R-41");
    const row = await screen.findByRole("link", { name: /R-41 Transfers/, current: "page" });
    expect(row.closest("li")?.parentElement?.closest("li")?.textContent).toContain("R-4");
    await expectAccessible();
    vi.unstubAllGlobals();
  });

  it("reads fifty at a time, says how many there are, and adds the rest on demand", async () => {
    const world = payments();
    const many = Array.from({ length: 120 }, (_, at) => ({ id: `r${at}`, key: `R-${at + 1}`, title: `No. ${at + 1}` }));
    world.project = () => ({ key: "PAY", requirements: many }) satisfies Thing;
    const requests = serve(world);
    openPage("/p/PAY/requirements");
    await userEvent.click(await screen.findByRole("button", { name: "Show more: 50 of 120" }));
    await userEvent.click(await screen.findByRole("button", { name: "Show more: 100 of 120" }));
    expect(await screen.findByText("120 of 120 top requirements shown, in document order")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Show more/ })).toBeNull();
    expect(requests.map(({ variables }) => variables.after ?? null)).toEqual([null, "50", "100"]);
  });

  it("says what to do next when there is nothing yet", async () => {
    const world = payments();
    world.project = () => ({ key: "PAY" });
    serve(world);
    openPage("/p/PAY/requirements");
    expect(await screen.findByText("asterism import requirements.csv --project PAY")).toBeTruthy();
  });
});
