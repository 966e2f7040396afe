import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { chosenTheme, showTheme } from "../lib/theme";
import { WordsProvider } from "../lib/words";
import "../ui/base.css";

/** Starts a page: theme first, so that nothing flashes, then words, then the page itself. */
export function start(page: ReactNode): void {
  showTheme(chosenTheme());
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root to draw in.");
  createRoot(root).render(
    <StrictMode>
      <WordsProvider>{page}</WordsProvider>
    </StrictMode>,
  );
}
