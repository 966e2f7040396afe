import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../testing/axe";
import { fakeServer } from "../testing/fakeServer";
import { liveServer } from "../testing/liveServer";
import { openPage } from "../testing/openPage";
import { payments } from "../testing/payments";
import type { Thing } from "../testing/world";

type Get = (args: { key: string }) => Thing;

/** Lets time pass, and all that is due in it. */
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** The payments project on a server whose things change. */
function begin() {
  const world = payments();
  const project = (world.projects as Thing[])[0] as Thing;
  const defect = (project.defect as Get)({ key: "D-7" });
  const server = liveServer(world);
  const rename = (title: string) => {
    server.commit({ entityType: "DEFECT", entityId: "def_7", entityKey: "D-7" }, () =>
      Object.assign(defect, { title }),
    );
  };
  const named = (operation: string) => server.asked.filter(({ query }) => query.includes(`query ${operation}(`)).length;
  return { world, project, defect, server, rename, named };
}

/** Opens a page and waits until it is live. */
async function open(path: string) {
  const page = openPage(path);
  await pass(0);
  await pass(0);
  expect(screen.getByText("Live")).toBeTruthy();
  return page;
}

function setHidden(hidden: boolean) {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
});

afterEach(() => {
  setHidden(false);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("what others change", () => {
  it("appears by itself, with the focus and the rows where they were", async () => {
    const { rename } = begin();
    await open("/p/PAY/defects");
    const row = screen.getByRole("link", { name: "D-7" });
    row.focus();
    rename("Limit is ignored at night");
    await pass(300);
    expect(screen.getByText("Limit is ignored at night")).toBeTruthy();
    expect(document.activeElement).toBe(row);
    expect(screen.getByRole("link", { name: "D-7" })).toBe(row);
  });

  it("between the question and the stream is shown, and asked for once", async () => {
    const { server, rename, named } = begin();
    const release = server.hold();
    openPage("/p/PAY/defects");
    await pass(0);
    rename("Committed in between");
    release();
    await pass(0);
    expect(server.streams.map(({ variables }) => variables)).toEqual([{ project: "PAY", after: "a0" }]);
    await pass(5_000);
    expect(screen.getByText("Committed in between")).toBeTruthy();
    expect(named("DefectList")).toBe(2);
  });

  it("while a question is under way is not lost, and what its answer holds already is not asked for again", async () => {
    const { server, rename, named } = begin();
    await open("/p/PAY/defects");
    await pass(1_000);
    const release = server.hold();
    rename("First");
    await pass(300);
    expect(named("DefectList")).toBe(2);
    rename("Second");
    await pass(1_000);
    expect(named("DefectList"), "one question at a time").toBe(2);
    release();
    await pass(10_000);
    expect(screen.getByText("Second")).toBeTruthy();
    expect(named("DefectList"), "its own answer, and one for the change after it").toBe(3);
  });

  it("in a storm is asked for three times a second, and the last of it is shown", async () => {
    const { rename, named } = begin();
    await open("/p/PAY/defects");
    for (let n = 1; n <= 100; n++) {
      rename(`Title ${n}`);
      await pass(10);
    }
    await pass(300);
    expect(screen.getByText("Title 100")).toBeTruthy();
    expect(named("DefectList")).toBeLessThanOrEqual(1 + 5);
  });

  it("elsewhere asks for nothing", async () => {
    const { server, named } = begin();
    await open("/p/PAY/defects/D-7");
    const far = { entityType: "COMMENT" as const, entityId: "cmt_9", refs: ["req_99"] };
    server.commit(far, () => undefined);
    server.commit({ entityType: "WEBHOOK", entityId: "hook_1" }, () => undefined);
    server.bookmark();
    await pass(5_000);
    expect(named("DefectDetail")).toBe(1);
    server.commit({ ...far, refs: ["def_7"] }, () => undefined);
    await pass(300);
    expect(named("DefectDetail")).toBe(2);
  });

  it("reaches pages that were opened further down, without a hole and without a double", async () => {
    const { server, project } = begin();
    const defects = Array.from({ length: 210 }, (_, at) => ({
      id: `def_${at}`,
      key: `D-${100 + at}`,
      title: `Fault ${at}`,
    }));
    project.defects = defects;
    await open("/p/PAY/defects");
    const table = screen.getByRole("table");
    const shown = () => within(table).getAllByText(/^(Fault \d+|Newest)$/);
    screen.getByRole("link", { name: "D-100" }).focus();
    // The last row is on the second page, which is read when it comes into view.
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: "End" }));
    await pass(0);
    scrollTo(table, 210 * 28);
    await pass(100);
    expect(screen.getByText("Fault 209")).toBeTruthy();
    const before = shown().length;
    server.commit({ op: "CREATE", entityType: "DEFECT", entityId: "def_new", entityKey: "D-310" }, () => {
      defects.unshift({ id: "def_new", key: "D-310", title: "Newest" });
    });
    await pass(1_000);
    expect(table.getAttribute("aria-rowcount")).toBe("212");
    expect(screen.getByText("Fault 209")).toBeTruthy();
    expect(shown().length).toBeGreaterThanOrEqual(before);
    for (const at of [0, 190 * 28]) {
      scrollTo(table, at);
      await pass(1_000);
      const rows = shown().map((row) => row.textContent);
      const from = defects.findIndex(({ title }) => title === rows[0]);
      expect(rows.length).toBeGreaterThan(20);
      // The row that has the focus stays drawn apart from the others.
      const together = rows.filter((title) => title !== "Fault 209" || at > 0);
      expect(together).toEqual(defects.slice(from, from + together.length).map(({ title }) => title));
    }
  });
});

/** Scrolls the box of a table as a wheel does; a page without layout does not do it by itself. */
function scrollTo(table: HTMLElement, top: number) {
  const box = table.parentElement as HTMLElement;
  box.scrollTop = top;
  act(() => void fireEvent.scroll(box));
}

describe("the stream", () => {
  it("is one for all views, and goes on from view to view", async () => {
    const { server } = begin();
    await open("/p/PAY/requirements/R-41");
    act(() => screen.getByRole("link", { name: "Defects" }).click());
    await pass(5_000);
    expect(screen.getByRole("heading", { level: 1, name: "Defects" })).toBeTruthy();
    expect([server.streams.length, server.open]).toEqual([1, 1]);
  });

  it("that is cut goes on from its last place, bookmarks counted, and shows once what it missed", async () => {
    const { server, rename, named } = begin();
    await open("/p/PAY/defects");
    server.commit({ entityType: "WEBHOOK" }, () => undefined);
    server.bookmark();
    await pass(0);
    server.cut("down");
    await pass(100);
    expect(screen.getByText("Reconnecting")).toBeTruthy();
    rename("While the line was cut");
    server.rise();
    await pass(2_000);
    expect(server.streams.map(({ variables }) => variables.after)).toEqual(["a0", "a1"]);
    expect(screen.getByText("While the line was cut")).toBeTruthy();
    expect(screen.getByText("Live")).toBeTruthy();
    expect(named("DefectList")).toBe(2);
  });

  it("that stays cut is told of after three seconds, and its return too; both are quiet and accessible", async () => {
    const { server } = begin();
    await open("/p/PAY/defects");
    const told = screen.getByRole("status");
    server.cut("down");
    await pass(2_900);
    expect(told.textContent).toBe("");
    await pass(200);
    expect(told.textContent).toMatch(/The server does not answer/);
    vi.useRealTimers();
    await expectAccessible();
    vi.useFakeTimers();
    server.rise();
  });

  it("waits longer after every failure, half a minute at most", async () => {
    const { server } = begin();
    await open("/p/PAY/defects");
    const tries = vi.spyOn(globalThis, "fetch");
    server.cut("down");
    await pass(500 + 1_000 + 2_000 + 4_000 + 8_000 + 16_000);
    expect(tries.mock.calls.length).toBe(6);
    await pass(30_000 * 3);
    expect(tries.mock.calls.length).toBe(9);
    server.rise();
    act(() => void window.dispatchEvent(new Event("online")));
    await pass(0);
    expect(screen.getByText("Live"), "a network that is back is not waited for").toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("Live again: the page is up to date.");
  });

  it.each(["CURSOR_EXPIRED", "CURSOR_OTHER_HISTORY"])(
    "whose place is void (%s) begins anew at the moment of a new answer",
    async (code) => {
      const { server, defect, named } = begin();
      await open("/p/PAY/defects");
      Object.assign(defect, { title: "As it was restored" });
      server.restore();
      if (code === "CURSOR_EXPIRED") {
        server.refuse(code);
        server.refuse("");
      } else server.cut();
      await pass(2_000);
      expect(screen.getByText("As it was restored")).toBeTruthy();
      expect(named("DefectList")).toBe(2);
      expect(server.streams.at(-1)?.variables.after).toBe("b0");
      expect(screen.getByText("Live")).toBeTruthy();
    },
  );

  it.each(["ACCESS_ENDED", "NOT_FOUND"])("that is over (%s) says so and is not asked for again", async (code) => {
    const { server } = begin();
    await open("/p/PAY/defects");
    server.refuse(code);
    await pass(60_000);
    expect(screen.getByText("Paused")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toMatch(/PAY is no longer there/);
    expect(screen.getByRole("link", { name: "D-7" }), "what was seen stays").toBeTruthy();
    expect(server.streams).toHaveLength(1);
  });

  it("is not held by a page that nobody sees, which catches up when it is looked at again", async () => {
    const { server, rename, named } = begin();
    await open("/p/PAY/defects");
    act(() => setHidden(true));
    await pass(0);
    expect([server.open, screen.queryByText("Paused") !== null]).toEqual([0, true]);
    rename("While nobody looked");
    await pass(60_000);
    expect(named("DefectList")).toBe(1);
    act(() => setHidden(false));
    await pass(300);
    expect(screen.getByText("While nobody looked")).toBeTruthy();
    expect([server.open, named("DefectList")]).toEqual([1, 2]);
  });

  it("that does not come through is replaced by asking every two seconds", async () => {
    const { server, rename, named } = begin();
    server.mute();
    openPage("/p/PAY/defects");
    await pass(10_000);
    await pass(1_000);
    expect(screen.getByText("Live")).toBeTruthy();
    rename("Pulled");
    await pass(2_500);
    expect(screen.getByText("Pulled")).toBeTruthy();
    await pass(60_000);
    expect(named("DefectList")).toBe(2);
    expect(server.streams).toHaveLength(1);
  });

  it("whose place was void while nobody looked begins anew when somebody does", async () => {
    const { server, defect } = begin();
    await open("/p/PAY/defects");
    Object.assign(defect, { title: "As it was restored" });
    server.restore();
    server.cut();
    await pass(600);
    act(() => setHidden(true));
    await pass(60_000);
    act(() => setHidden(false));
    await pass(2_000);
    expect(screen.getByText("As it was restored")).toBeTruthy();
    expect(screen.getByText("Live")).toBeTruthy();
  });
});

it("a project that is not there is said to be missing, and nothing is said of a stream", async () => {
  const error = { message: "there is no project NOPE", extensions: { code: "NOT_FOUND" } };
  fakeServer(() => ({ body: { data: null, errors: [error] } }));
  openPage("/p/NOPE/defects");
  await pass(0);
  expect(screen.getByRole("alert").textContent).toMatch(/There is no NOPE here/);
  expect(screen.queryByText("Reconnecting")).toBeNull();
});
