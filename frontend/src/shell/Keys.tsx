import { useId, useRef } from "react";
import { useCommands, useKeys, useSingleKeys } from "../lib/keys";
import { foldRow, moveRow, onRow } from "../lib/rows";
import { undo } from "../lib/undo";
import { goBack } from "../lib/walk";
import { useWords } from "../lib/words";

const names: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowRight: "→",
  ArrowLeft: "←",
  Escape: "Esc",
};

/** The keys that work on every page, and the sheet that lists all keys of the page at hand. */
export function Keys() {
  const { say } = useWords();
  const sheet = useRef<HTMLDialogElement>(null);
  const title = useId();
  const commands = useCommands();
  const [single, setSingle] = useSingleKeys();

  useKeys(["j"], "keys.down", () => moveRow(1));
  useKeys(["k"], "keys.up", () => moveRow(-1));
  useKeys(["ArrowDown"], "keys.down", () => onRow() && moveRow(1));
  useKeys(["ArrowUp"], "keys.up", () => onRow() && moveRow(-1));
  useKeys(["ArrowRight"], "keys.unfold", () => foldRow(true));
  useKeys(["ArrowLeft"], "keys.fold", () => foldRow(false));
  useKeys(["w"], "keys.why", () => {
    const why = document.getElementById("why-line");
    why?.focus();
    return why !== null;
  });
  useKeys(["Ctrl+z"], "keys.undo", () => undo());
  useKeys(["Escape"], "keys.back", () => {
    // An open sheet closes by itself; the page below stays where it is.
    if (sheet.current?.open) return false;
    goBack();
    return true;
  });
  const show = () => {
    if (!sheet.current?.open) sheet.current?.showModal();
    return true;
  };
  useKeys(["?"], "keys.sheet", show);

  const lines = new Map<string, string[]>([[say("keys.open"), ["Enter"]]]);
  for (const { word, keys } of commands) {
    lines.set(say(word), [...new Set([...(lines.get(say(word)) ?? []), ...keys])]);
  }
  return (
    <>
      <button type="button" className="button" onClick={show} aria-label={say("keys.title")} title={say("keys.title")}>
        ?
      </button>
      <dialog ref={sheet} className="keys" aria-labelledby={title}>
        <h2 id={title}>{say("keys.title")}</h2>
        <dl>
          {[...lines].map(([word, keys]) => (
            <div key={word} style={{ display: "contents" }}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{names[key] ?? key}</kbd>
                ))}
              </dt>
              <dd>{word}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} />
          {say("keys.single")}
        </label>
        <button type="button" className="button" onClick={() => sheet.current?.close()}>
          {say("keys.close")}
        </button>
      </dialog>
    </>
  );
}
