import { describe, expect, it } from "vitest";
import { chosenLanguage, fill, languages } from ".";
import { en } from "./en";

const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(Object.entries(languages))("the %s catalogue", (_, { words }) => {
  it("holds every sentence of the English one and no other", () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
  });

  it("leaves no sentence empty and fills the same places", () => {
    for (const [key, sentence] of Object.entries(words)) {
      expect(sentence.trim(), key).not.toBe("");
      expect(places(sentence), key).toEqual(places(en[key as keyof typeof en]));
    }
  });
});

describe("choosing a language", () => {
  it.each([
    [["zh-TW", "en"], "zh-CN"],
    [["de", "en-GB", "zh"], "en"],
    [["de"], "en"],
    [[], "en"],
  ])("a reader of %j gets %s", (wanted, language) => {
    expect(chosenLanguage(wanted)).toBe(language);
  });

  it("an earlier choice wins", () => {
    window.localStorage.setItem("asterism.language", "zh-CN");
    expect(chosenLanguage(["en"])).toBe("zh-CN");
  });
});

it("a place that nobody filled stays visible", () => {
  expect(fill("{shown} of {total}", { shown: 0 })).toBe("0 of {total}");
});
