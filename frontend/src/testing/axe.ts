import axe from "axe-core";
import { expect } from "vitest";

/** Expects no accessibility fault in what is drawn. Colours are judged by tokens.test.ts, since jsdom draws none. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  expect(found).toEqual([]);
}
