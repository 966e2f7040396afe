import { describe, expect, it } from "vitest";
import { hrefOf, placeOf, sections } from "./address";
import { isDesktop } from "./platform";

describe("addresses", () => {
  it.each(["PAY", "pay.core", "a/b", "需求", "50%"])("a link to project %s leads back to it", (project) => {
    expect(placeOf(hrefOf({ project }))).toEqual({ project });
  });

  it.each(sections.flatMap((section) => ["R-33", "a/b", "需求-1", "50%"].map((key) => [section, key] as const)))(
    "a link to %s %s leads back to it",
    (section, key) => {
      expect(placeOf(hrefOf({ project: "PAY", section, key }))).toEqual({ project: "PAY", section, key });
      expect(placeOf(hrefOf({ project: "PAY", section }))).toEqual({ project: "PAY", section });
    },
  );

  it.each(["/", "/p/", "/p/a/b", "/elsewhere", "/p/%E0%A4%A"])("%s is the workspace", (path) => {
    expect(placeOf(path)).toEqual({ project: null });
  });
});

describe("the platform", () => {
  it.each([
    ["wails:", "wails", true],
    ["http:", "wails.localhost", true],
    ["http:", "localhost", false],
    ["https:", "tests.example.org", false],
  ])("%s//%s is the desktop window: %s", (protocol, hostname, desktop) => {
    expect(isDesktop({ protocol, hostname })).toBe(desktop);
  });
});
