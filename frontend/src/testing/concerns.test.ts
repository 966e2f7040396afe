import { describe, expect, it } from "vitest";
import { DefectDetail, DefectList } from "../areas/defects/gen/operations";
import { Home } from "../areas/home/gen/operations";
import { SuiteCases } from "../areas/suites/gen/operations";
import { concerns, shownIn } from "../lib/live/concerns";
import type { Message } from "../lib/live/sources";

const change = (entityType: Message["entityType"], rest: Partial<Message> = {}): Message => {
  return { cursor: "a1", seq: 1, op: "UPDATE", entityType, entityId: "x_1", entityKey: null, refs: [], ...rest };
};

describe("the kinds that an answer is made of are read out of its question", () => {
  it.each([
    ["what it lists", DefectList.kinds, "DEFECT", true],
    ["what it only counts", Home.kinds, "TRACE_LINK", true],
    ["what a coverage follows from", Home.kinds, "DEFECT_LINK", true],
    ["what joins two things", SuiteCases.kinds, "SUITE_MEMBER", true],
    ["what it does not show", DefectList.kinds, "REQUIREMENT", false],
  ])("%s", (_, kinds, kind, is) => {
    expect(kinds?.includes(kind)).toBe(is);
  });
});

it("a remark matters where the thing that it is about is shown, by id, by key, or as what was asked for", () => {
  const kinds = DefectDetail.kinds ?? [];
  const shown = shownIn(
    { project: { defect: { id: "def_7", testCases: { nodes: [{ key: "C-1" }] } } } },
    { id: "sig_1" },
  );
  expect(concerns(change("COMMENT", { refs: ["def_7"] }), kinds, shown)).toBe(true);
  expect(concerns(change("BUILD", { entityKey: "C-1" }), kinds, shown)).toBe(true);
  expect(concerns(change("TAG", { refs: ["sig_1"] }), kinds, shown)).toBe(true);
  expect(concerns(change("COMMENT", { refs: ["def_8"] }), kinds, shown)).toBe(false);
  expect(concerns(change(null), kinds, shown), "a bookmark is no change").toBe(false);
});
