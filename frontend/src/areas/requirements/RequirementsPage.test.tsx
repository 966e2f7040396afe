import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve } from "../../testing/world";

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
    const line = row.closest("tr");
    expect(line?.getAttribute("aria-level")).toBe("2");
    const above = within(screen.getByRole("treegrid")).getByRole("link", { name: /R-4 / }).closest("tr");
    expect(above?.getAttribute("aria-expanded")).toBe("true");
    expect(line?.previousElementSibling).toBe(above);
    await expectAccessible();
    vi.unstubAllGlobals();
  });

  it("says what to do next when there is nothing yet", async () => {
    const world = payments();
    world.project = () => ({ key: "PAY" });
    serve(world);
    openPage("/p/PAY/requirements");
    expect(await screen.findByText("asterism import requirements.csv --project PAY")).toBeTruthy();
  });
});
