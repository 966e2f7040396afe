import { expect, it } from "vitest";
import { wordDiff } from "./wordDiff";

const shown = (before: string, after: string) =>
  wordDiff(before, after).map(
    ({ text, in: where }) => ({ both: text, before: `-${text}-`, after: `+${text}+` })[where],
  );

it.each([
  ["nothing changes", "a b", "a b", ["a b"]],
  ["a word is replaced", "limit is 5 EUR", "limit is 6 EUR", ["limit is ", "-5-", "+6+", " EUR"]],
  ["all is new", "", "new text", ["+new text+"]],
  ["all is gone", "old", "", ["-old-"]],
  [
    "Chinese changes by letters, since it has no spaces",
    "退款原路返回",
    "退款立即返回",
    ["退款", "-原路-", "+立即+", "返回"],
  ],
])("%s", (_, before, after, pieces) => {
  expect(shown(before, after)).toEqual(pieces);
});

it("both texts can be read back out of the pieces, however different they are", () => {
  const before = "The limit, 5 a day; 每天五次。\n\nSee law 4.";
  const after = "A limit of 6: 每天六次！\nSee the law.";
  const pieces = wordDiff(before, after);
  const read = (side: "before" | "after") =>
    pieces
      .filter((piece) => piece.in === "both" || piece.in === side)
      .map(({ text }) => text)
      .join("");
  expect(read("before")).toBe(before);
  expect(read("after")).toBe(after);
});

it("very long texts are set side by side instead of being compared for minutes", () => {
  const long = "word ".repeat(5000);
  expect(wordDiff(long, `${long}more`)).toHaveLength(2);
});
