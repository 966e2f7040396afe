import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { undo } from "../../lib/undo";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";

/** A project with many defects, the first of which is tagged already, and mutations that do what they are asked. */
function flaws(many: number) {
  const world = payments();
  const project = (world.projects as Thing[])[0] as Thing;
  project.defects = Array.from({ length: many }, (_, at) => ({
    id: `def_${at}`,
    key: `D-${at}`,
    title: `Fault ${at}`,
    tags: at === 0 ? [{ name: "night" }] : [],
  }));
  const done = { userErrors: [] };
  return serve({ ...world, tagAdd: done, tagRemove: done, defectTrash: done, defectRestore: done });
}

const sent = (requests: ReturnType<typeof flaws>, name: string) =>
  requests.filter(({ query }) => query.startsWith(`mutation ${name}(`)).map(({ variables }) => variables);

describe("the list of defects", { timeout: 20_000 }, () => {
  it("puts a word on what was selected by keys, and takes it only off what did not carry it before", async () => {
    const requests = flaws(5);
    openPage("/p/PAY/defects");
    (await screen.findByRole("link", { name: "D-0" })).focus();
    await userEvent.keyboard("x{Shift>}{ArrowDown}{/Shift}");
    expect(screen.getByText("2 of 5 selected")).toBeTruthy();
    expect((screen.getByRole("checkbox", { name: "Select D-1" }) as HTMLInputElement).checked).toBe(true);
    await expectAccessible();
    await userEvent.type(screen.getByRole("textbox", { name: "Tag" }), "night");
    await userEvent.click(screen.getByRole("button", { name: "Add tag" }));
    await waitFor(() => expect(sent(requests, "BulkTagAdd")).toEqual([{ about: ["def_1"], names: ["night"] }]));
    await waitFor(() => expect(screen.queryByText("2 of 5 selected")).toBeNull());
    expect(undo()).toBe(true);
    await waitFor(() => expect(sent(requests, "BulkTagRemove")).toEqual([{ about: ["def_1"], names: ["night"] }]));
  });

  it("puts what was selected into the trash with a reason, and takes it out again", async () => {
    const requests = flaws(3);
    openPage("/p/PAY/defects");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Select D-2" }));
    await userEvent.click(screen.getByText("Put into the trash…"));
    await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "imported twice");
    await userEvent.click(screen.getByRole("button", { name: "Put 1 into the trash" }));
    await waitFor(() =>
      expect(sent(requests, "BulkDefectTrash")).toEqual([{ ids: ["def_2"], reason: "imported twice" }]),
    );
    await waitFor(() => expect(screen.queryByText("1 of 3 selected")).toBeNull());
    expect(undo()).toBe(true);
    await waitFor(() => expect(sent(requests, "BulkDefectRestore")).toEqual([{ ids: ["def_2"] }]));
  });

  it("selects all that match, says how many there are, and that at most a thousand go at once", async () => {
    flaws(1300);
    openPage("/p/PAY/defects");
    (await screen.findByRole("link", { name: "D-0" })).focus();
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(await screen.findByText("1000 of 1300 selected: at most 1000 are changed at once")).toBeTruthy();
  });

  it("asks for another order by the head of a column, and the address keeps it", async () => {
    const requests = flaws(3);
    openPage("/p/PAY/defects?state=NEW");
    const order = () => requests.findLast(({ query }) => query.startsWith("query DefectList("))?.variables;
    await screen.findByRole("link", { name: "D-0" });
    expect(order()).toMatchObject({
      where: { statusIn: ["NEW"] },
      order: [{ field: "REPORTED_AT", direction: "DESC" }],
    });
    await userEvent.click(screen.getByRole("button", { name: "Key" }));
    await waitFor(() => expect(order()?.order).toEqual([{ field: "KEY", direction: "ASC" }]));
    expect(new URLSearchParams(window.location.search).get("order")).toBe("KEY");
    await waitFor(() => expect(screen.getByRole("columnheader", { name: /Key/ }).ariaSort).toBe("ascending"));
  });
});
