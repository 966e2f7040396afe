import { describe, expect, it } from "vitest";
import css from "./tokens.css?raw";

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: "light" | "dark", front: string, back: string): number {
  const pair = [front, back].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return luminance(token[theme]);
  });
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}

const grounds = ["bg", "surface", "sunken", "hover", "selected"];
const texts = ["text", "text-2", "text-3"];
const hues = ["pass", "fail", "error", "block", "progress", "warn", "idle"];

describe.each(["light", "dark"] as const)("%s colours", (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))("%s reads on %s", (text, ground) => {
    expect(contrast(theme, text ?? "", ground ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues)("%s reads on its tint and shows on the ground", (hue) => {
    expect(contrast(theme, `${hue}-fg`, `${hue}-tint`)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, `${hue}-fill`, "bg")).toBeGreaterThanOrEqual(3);
    expect(contrast(theme, "on-fill", `${hue}-fill`)).toBeGreaterThanOrEqual(3);
  });

  it("links, buttons and the focus ring stand out", () => {
    expect(contrast(theme, "accent", "bg")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "on-accent", "accent")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "border-strong", "surface")).toBeGreaterThanOrEqual(3);
    expect(contrast(theme, "focus", "surface")).toBeGreaterThanOrEqual(3);
  });
});
