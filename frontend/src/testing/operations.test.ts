import { expect, it } from "vitest";
import { generate } from "../../codegen/operations.mjs";

const committed = import.meta.glob<string>("../**/gen/operations.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

// The generator checks every document against the schema text of the server before it writes a type.
it("what the page asks is allowed by the schema, and its types are those of today", () => {
  const due = generate().map(({ file, text }) => [file.replace(/^.*\/src\//, "../"), text] as const);
  const here = Object.entries(committed).map(([file, text]) => [file.replace(/^\.\//, "../testing/"), text] as const);
  expect(new Map(here), "write them anew with `npm run generate`").toEqual(new Map(due));
});
