import { render } from "@testing-library/react";
import { type Language, WordsProvider } from "../lib/words";
import { App } from "../shell/App";

/** Opens the whole page at an address, as a browser does. */
export function openPage(path: string, language: Language = "en") {
  window.history.replaceState(null, "", path);
  return render(
    <WordsProvider language={language}>
      <App />
    </WordsProvider>,
  );
}
