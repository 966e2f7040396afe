import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { liveServer } from "../../testing/liveServer";
import { openPage } from "../../testing/openPage";
import { serve, type Thing } from "../../testing/world";

interface Asked {
  rows: { from: number; first: number; text: string };
  columns: { from: number; first: number; text: string };
  gaps?: boolean;
}

/** A project in which requirement n is linked to case n, by a suspect link where n is 2; every tenth requirement has none. */
function square(size: number): Thing {
  const matrix = ({ rows, columns, gaps }: Asked) => {
    const places = Array.from({ length: size }, (_, at) => at + 1);
    const requirements = places.filter((at) => `R-${at}`.includes(rows.text) && (!gaps || at % 10 === 0));
    const cases = places.filter((at) => `C-${at}`.includes(columns.text ?? ""));
    const shown = requirements.slice(rows.from, rows.from + rows.first);
    const across = cases.slice(columns.from, columns.from + columns.first);
    return {
      rowCount: requirements.length,
      columnCount: cases.length,
      rows: shown.map((at) => ({
        id: `req_${at}`,
        key: `R-${at}`,
        title: `Clause ${at}`,
        contentVersion: 1,
        coverage:
          at % 10 === 0 ? { status: "UNCOVERED", cases: 0, passed: 0 } : { status: "PARTIAL", cases: 41, passed: 29 },
      })),
      columns: across.map((at) => ({
        id: `case_${at}`,
        key: `C-${at}`,
        title: `Case ${at}`,
        contentVersion: 1,
        lastStatus: "PASSED",
      })),
      cells: shown.flatMap((at, row) => {
        const column = across.indexOf(at);
        if (column < 0 || at % 10 === 0) return [];
        const links = [{ id: `trace_${at}`, role: "VERIFIES", state: at === 2 ? "SUSPECT" : "VALID" }];
        return [{ row, column, evidence: at === 2 ? "STALE" : "PASSED", links }];
      }),
    };
  };
  const nodes = ({ ids }: { ids: string[] }) =>
    ids.map((id) => ({
      __typename: "TraceLink",
      id,
      role: "VERIFIES",
      state: "SUSPECT",
      requirementVersion: 3,
      testCaseVersion: 4,
      changedFields: ["REQUIREMENT.TEXT"],
      reason: "",
    }));
  return { snapshot: { cursor: "a0", seq: 0 }, nodes, project: { key: "PAY", matrix } };
}

const grid = () => screen.findByRole("grid", { name: "Requirements against test cases" });

describe("the matrix", () => {
  it("says how large it is, and draws only what is in view", async () => {
    const requests = serve(square(2_000));
    openPage("/p/PAY/matrix");
    const found = await grid();
    expect(found.getAttribute("aria-rowcount")).toBe("2001");
    expect(found.getAttribute("aria-colcount")).toBe("2001");
    expect(screen.getByText("2000 requirements × 2000 test cases")).toBeTruthy();
    const lines = within(found).getAllByRole("row");
    expect(lines.length).toBeLessThan(60);
    expect(lines[1]?.getAttribute("aria-rowindex")).toBe("2");
    expect(within(found).getByText("R-1").closest("[role=rowheader]")?.textContent).toContain("29/41");
    const cell = within(found).getByRole("gridcell", { name: "R-2 and C-2: Stale, suspect link" });
    expect(cell.getAttribute("aria-colindex")).toBe("3");
    expect(requests.filter(({ query }) => query.includes("MatrixWindow"))).toHaveLength(1);
    await expectAccessible();
  });

  it("is walked by keys, and Enter shows what joins the two with the ways to both", async () => {
    serve(square(50));
    openPage("/p/PAY/matrix");
    const found = await grid();
    found.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    const active = document.getElementById(found.getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("aria-label")).toBe("R-2 and C-2: Stale, suspect link");
    await userEvent.keyboard("{Enter}");
    const detail = await screen.findByRole("dialog", { name: "R-2 and C-2" });
    expect(document.activeElement).toBe(detail);
    expect(await within(detail).findByText("Changed: Requirement: Text")).toBeTruthy();
    expect(within(detail).getByRole("link", { name: /R-2/ }).getAttribute("href")).toBe("/p/PAY/requirements/R-2");
    expect(within(detail).getByRole("link", { name: /C-2/ }).getAttribute("href")).toBe("/p/PAY/cases/C-2");
    await expectAccessible();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(found);
  });

  it("names an empty cell and a heading too", async () => {
    serve(square(50));
    openPage("/p/PAY/matrix");
    const found = await grid();
    found.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.getElementById("matrix-1-0")?.getAttribute("aria-label")).toBe("R-2 and C-1: not linked");
    await userEvent.keyboard("{Home}{Enter}");
    const detail = await screen.findByRole("dialog", { name: "R-2" });
    expect(detail.textContent).toContain("29 of 41 cases passed");
  });

  it("asks the server for gaps and words, and keeps both in the address", async () => {
    const requests = serve(square(50));
    openPage("/p/PAY/matrix");
    await grid();
    await userEvent.click(screen.getByRole("checkbox", { name: "Only gaps" }));
    await screen.findByText("5 requirements × 50 test cases");
    expect(window.location.search).toBe("?gaps=1");
    fireEvent.change(screen.getByRole("searchbox", { name: "Find requirements" }), { target: { value: "R-40" } });
    await screen.findByText("1 requirements × 50 test cases");
    expect(window.location.search).toBe("?gaps=1&q=R-40");
    expect(requests.at(-1)?.variables).toMatchObject({ rowText: "R-40", gaps: true });
  });

  it("says why nothing is left, and leads back", async () => {
    serve(square(50));
    openPage("/p/PAY/matrix?q=nothing");
    await screen.findByRole("heading", { name: "Nothing matches" });
    await userEvent.click(screen.getByRole("button", { name: "Show everything" }));
    await grid();
    expect(window.location.search).toBe("");
  });

  it("opens where the address says, and turned when it says so", async () => {
    const requests = serve(square(2_000));
    openPage("/p/PAY/matrix?at=500.800&turned=1");
    const found = await screen.findByRole("grid", { name: "Test cases against requirements" });
    expect(requests.at(0)?.variables).toMatchObject({ rowFrom: 480, columnFrom: 800 });
    expect(within(found).getAllByText(/^C-8\d\d$/).length).toBeGreaterThan(5);
  });

  it("shows a failure with a way to try again", async () => {
    const world = square(5);
    const working = (world.project as Thing).matrix;
    (world.project as Thing).matrix = () => {
      throw new Error("the disk is gone");
    };
    serve(world);
    openPage("/p/PAY/matrix");
    expect((await screen.findByRole("alert")).textContent).toContain("the disk is gone");
    (world.project as Thing).matrix = working;
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await grid();
  });

  it("is read anew when the feed tells of a change", async () => {
    const world = square(5);
    const server = liveServer(world);
    openPage("/p/PAY/matrix");
    await grid();
    await waitFor(() => expect(server.streams.length).toBe(1));
    server.commit({ entityType: "TRACE_LINK", entityId: "trace_9" }, () => {
      (world.project as Thing).matrix = (square(6).project as Thing).matrix;
    });
    await screen.findByText("6 requirements × 6 test cases");
  });

  it("speaks Chinese", async () => {
    serve(square(5));
    openPage("/p/PAY/matrix", "zh-CN");
    expect(await screen.findByRole("grid", { name: "需求与用例对照" })).toBeTruthy();
    expect(screen.getByText("5 条需求 × 5 个用例")).toBeTruthy();
  });

  it("is a list by requirement where it has no room", async () => {
    vi.stubGlobal("matchMedia", () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    serve(square(30));
    openPage("/p/PAY/matrix");
    expect(await screen.findByRole("button", { name: "Show more: 20 of 30 requirements" })).toBeTruthy();
    expect(screen.queryByRole("grid")).toBeNull();
    expect(screen.getByRole("link", { name: "R-1 Clause 1" })).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
