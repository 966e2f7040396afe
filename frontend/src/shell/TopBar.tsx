import type { ReactNode } from "react";
import { themes, useTheme } from "../lib/theme";
import { type Language, languages, useWords } from "../lib/words";
import { Choice } from "../ui/Choice";
import "./TopBar.css";

/** The bar that both pages wear: where one is, where else to go, and how the page speaks and looks. */
export function TopBar({ children }: { children?: ReactNode }) {
  const { say, language, setLanguage } = useWords();
  const [theme, setTheme] = useTheme();
  const spoken = Object.entries(languages) as [Language, { name: string }][];
  return (
    <header className="top-bar">
      <a className="top-bar-name" href="/">
        <img src="/favicon.svg" width="20" height="20" alt="" />
        Asterism
      </a>
      <span className="top-bar-tagline">{say("app.tagline")}</span>
      <span className="top-bar-space" />
      {children}
      <Choice
        label={say("app.language")}
        value={language}
        options={spoken.map(([value, { name }]) => ({ value, word: name, lang: value }))}
        onChoose={setLanguage}
      />
      <Choice
        label={say("app.theme")}
        value={theme}
        options={themes.map((value) => ({ value, word: say(`theme.${value}`) }))}
        onChoose={setTheme}
      />
    </header>
  );
}
