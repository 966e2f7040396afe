import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";

/** A project with one chapter of many requirements between two small ones. */
function book(many = 1000) {
  const world = payments();
  const inside = Array.from({ length: many }, (_, at) => ({
    id: `r${at}`,
    key: `R-1.${at + 1}`,
    title: `Rule ${at + 1}`,
    coverage: { status: "PASSED", cases: 2, passed: 2 },
    traceLinks: [],
  }));
  const chapters: Thing[] = ["R-0", "R-1", "R-2"].map((key, at) => ({ id: `c${at}`, key, title: `Chapter ${at}` }));
  Object.assign(chapters[1] as Thing, { children: inside });
  Object.assign(chapters[0] as Thing, { children: [{ id: "z", key: "R-0.1", title: "Alone" }] });
  const find = ({ key }: { key: string }) => [...chapters, ...inside].find((one) => one.key === key) ?? null;
  const requirements = ({ where, first }: { where?: Thing; first?: number }) => {
    if (where && "hasParent" in where) return chapters;
    return first === 0 ? [...chapters, ...inside] : inside.slice(0, 8);
  };
  const listed = (args: { where?: Thing; first?: number; after?: string }) => {
    const all = requirements(args);
    const start = Number(args.after ?? 0);
    const nodes = all.slice(start, start + (args.first ?? all.length));
    return { totalCount: all.length, nodes, pageInfo: { hasNextPage: start + nodes.length < all.length } };
  };
  world.project = () => ({ key: "PAY", requirements: listed, requirement: find }) satisfies Thing;
  return world;
}

const lineOf = (name: RegExp) => screen.getByRole("link", { name }).closest("tr") as HTMLElement;
const focused = () => document.activeElement?.textContent ?? "";

// Reading the roles of a long table takes a while where much else is going on.
describe("the tree of requirements", { timeout: 20_000 }, () => {
  it("draws what is in view of a thousand, and says of each row where it stands", async () => {
    serve(book());
    openPage("/p/PAY/requirements?open=R-1");
    await screen.findByRole("link", { name: /R-1\.1 / });
    const tree = screen.getByRole("treegrid", { name: "Requirements" });
    expect(tree.getAttribute("aria-rowcount")).toBe("1004");
    expect(tree.querySelectorAll("tr").length).toBeLessThan(80);
    const row = lineOf(/R-1\.2 /);
    expect(["aria-level", "aria-posinset", "aria-setsize"].map((name) => row.getAttribute(name))).toEqual([
      "2",
      "2",
      "1000",
    ]);
    expect(lineOf(/R-1 Chapter/).getAttribute("aria-expanded")).toBe("true");
    expect(row.hasAttribute("aria-expanded")).toBe(false);
    await expectAccessible();
  });

  it("reads the end from the end, without the pages between", async () => {
    const requests = serve(book());
    openPage("/p/PAY/requirements?open=R-1");
    (await screen.findByRole("link", { name: /R-1\.1 / })).focus();
    await userEvent.keyboard("{End}");
    const box = screen.getByRole("treegrid").parentElement as HTMLElement;
    box.scrollTop = 1003 * 28;
    act(() => void fireEvent.scroll(box));
    await screen.findByRole("link", { name: /R-1\.1000 / });
    await waitFor(() => expect(focused()).toContain("R-2"));
    const below = requests.filter(({ query }) => query.startsWith("query RequirementChildren("));
    expect(below.map(({ variables: { first, last } }) => [first ?? null, last ?? null])).toEqual([
      [200, null],
      [null, 200],
    ]);
  });

  it("is walked by arrows: unfold, in, out, fold, first, all beside, fold everything", async () => {
    serve(book(3));
    openPage("/p/PAY/requirements");
    (await screen.findByRole("link", { name: /R-1 / })).focus();
    await userEvent.keyboard("{ArrowRight}");
    await screen.findByRole("link", { name: /R-1\.1 / });
    expect(window.location.search).toBe("?open=R-1");
    await userEvent.keyboard("{ArrowRight}");
    expect(focused()).toContain("R-1.1");
    await userEvent.keyboard("{ArrowLeft}");
    expect(focused()).toContain("Chapter 1");
    await userEvent.keyboard("{ArrowLeft}");
    await waitFor(() => expect(screen.queryByRole("link", { name: /R-1\.1 / })).toBeNull());
    await userEvent.keyboard("{Home}*");
    await screen.findByRole("link", { name: /R-0\.1 / });
    await screen.findByRole("link", { name: /R-1\.1 / });
    await userEvent.keyboard("j{Shift>}{ArrowLeft}{/Shift}");
    await waitFor(() => expect(screen.queryByRole("link", { name: /R-0\.1 / })).toBeNull());
    expect(window.location.search).toBe("");
    await waitFor(() => expect(focused()).toContain("R-0"));
  });

  it("asks the server for what matches, says how many of how many, and Clear brings the tree back", async () => {
    const requests = serve(book(285));
    openPage("/p/PAY/requirements");
    await screen.findByRole("link", { name: /R-1 / });
    await userEvent.keyboard("/");
    await userEvent.keyboard("limit");
    expect(await screen.findByText("8 of 288 match")).toBeTruthy();
    const asked = requests.findLast(({ query }) => query.startsWith("query RequirementMatches("));
    expect(asked?.variables.where).toEqual({
      and: [{ or: [{ titleContainsFold: "limit" }, { keyContainsFold: "limit" }] }],
    });
    expect(window.location.search).toBe("?q=limit");
    await userEvent.click(screen.getByRole("button", { name: "Clear filter" }));
    expect(await screen.findByRole("link", { name: /R-0 / })).toBeTruthy();
    expect(window.location.search).toBe("");
  });

  it("keeps a view under a name, and finds the same filter by it", async () => {
    serve(book(285));
    openPage("/p/PAY/requirements?q=limit&has=FAILED");
    await screen.findByText("8 of 288 match");
    await userEvent.click(screen.getByText("Views 0"));
    await userEvent.type(screen.getByRole("textbox", { name: "Name the present view" }), "Red limits");
    await userEvent.click(screen.getByRole("button", { name: "Save view" }));
    await userEvent.click(screen.getByRole("button", { name: "Clear filter" }));
    await screen.findByRole("link", { name: /R-0 / });
    await userEvent.click(screen.getByText("Views 1"));
    const views = screen.getByText("Views 1").closest("details") as HTMLElement;
    await userEvent.click(within(views).getByRole("link", { name: "Red limits" }));
    expect(await screen.findByText("8 of 288 match")).toBeTruthy();
    expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({ q: "limit", has: "FAILED" });
  });
});
