import { useSyncExternalStore } from "react";
import { recall, remember } from "./remember";

/** How bright the page is; "system" follows the machine. */
export type Theme = "system" | "light" | "dark";

/** The themes in the order in which a person is offered them. */
export const themes: readonly Theme[] = ["system", "light", "dark"];

const kept = "asterism.theme";

/** The theme chosen now or on an earlier visit, or the machine's. */
export function chosenTheme(): Theme {
  const wanted = document.documentElement.dataset.theme ?? recall(kept);
  return themes.find((theme) => theme === wanted) ?? "system";
}

/** Puts a theme on the page. The tokens follow the attribute through CSS `color-scheme`. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

const watchers = new Set<() => void>();

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Shows a theme at once, keeps it for the next visit, and tells every part of the page that draws by it. */
export function chooseTheme(theme: Theme): void {
  remember(kept, theme);
  showTheme(theme);
  for (const changed of watchers) changed();
}

/** The theme in use and its switch. */
export function useTheme(): [Theme, (next: Theme) => void] {
  return [useSyncExternalStore(watch, chosenTheme), chooseTheme];
}
