import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { recall, remember } from "../remember";
import { type Catalogue, en, type WordKey } from "./en";
import { zhCN } from "./zh-CN";

/** A language the page speaks. */
export type Language = "en" | "zh-CN";

/** Every language with the name its own readers give it. */
export const languages: Record<Language, { name: string; words: Catalogue }> = {
  en: { name: "English", words: en },
  "zh-CN": { name: "简体中文", words: zhCN },
};

const kept = "asterism.language";

/** The language chosen earlier, else the first of the reader's own that we speak, else English. */
export function chosenLanguage(wanted: readonly string[] = navigator.languages): Language {
  const earlier = recall(kept);
  if (earlier === "en" || earlier === "zh-CN") return earlier;
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

/** Fills the `{name}` places of a sentence; a place nobody filled stays visible, since a silent gap reads as a fact. */
export function fill(sentence: string, parts: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in parts ? String(parts[name]) : place));
}

/** The sets of values of the API that have words. */
export type StatusKind =
  | "caseType"
  | "case"
  | "class"
  | "coverage"
  | "criticality"
  | "defect"
  | "due"
  | "end"
  | "entity"
  | "execution"
  | "field"
  | "link"
  | "requirement"
  | "resolution"
  | "role"
  | "severity";

interface Words {
  language: Language;
  setLanguage: (next: Language) => void;
  say: (key: WordKey, parts?: Record<string, string | number>) => string;
  /** The word for a value of the API; a value newer than this page is shown as the server wrote it. */
  wordFor: (kind: StatusKind, value: string) => string;
}

const Spoken = createContext<Words | null>(null);

/** Gives everything inside its words, and tells the browser which language they are in. */
export function WordsProvider({ children, language: fixed }: { children: ReactNode; language?: Language }) {
  const [language, setLanguage] = useState<Language>(() => fixed ?? chosenLanguage());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Words>(() => {
    const { words } = languages[language];
    return {
      language,
      setLanguage: (next) => {
        remember(kept, next);
        setLanguage(next);
      },
      say: (key, parts) => fill(words[key], parts),
      wordFor: (kind, value) => {
        const key = `${kind}.${value}`;
        return key in words ? words[key as WordKey] : value;
      },
    };
  }, [language]);
  return <Spoken value={spoken}>{children}</Spoken>;
}

/** The words of the language in use. */
export function useWords(): Words {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error("useWords needs a WordsProvider around the page.");
  return spoken;
}
export type { WordKey } from "./en";
