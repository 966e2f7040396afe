import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { usePlace } from "../../lib/address";
import { isWriting, useKeys } from "../../lib/keys";
import { moveRow } from "../../lib/rows";
import { useWords } from "../../lib/words";
import { Commands } from "./Commands";
import { Hits } from "./Hits";
import "./search.css";

/** How long to wait for the next letter before asking. */
const pause = 150;

/** The search of the bar: looks through the project, or the whole workspace, while one types. */
export function SearchField() {
  const { say } = useWords();
  const place = usePlace();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const address = JSON.stringify(place);

  useKeys(["/", "Ctrl+k"], "keys.search", () => {
    field.current?.focus();
    field.current?.select();
    return true;
  });
  useEffect(() => {
    const wait = setTimeout(() => setAsked(text.trim()), pause);
    return () => clearTimeout(wait);
  }, [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: following a hit ends the search.
  useEffect(() => {
    setText("");
    setAsked("");
  }, [address]);

  const leave = () => {
    setText("");
    setAsked("");
    field.current?.blur();
  };
  const onKey = (event: KeyboardEvent) => {
    const inField = event.target === field.current;
    if (event.nativeEvent.isComposing || (inField && event.keyCode === 229)) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      setText("");
      setAsked("");
      if (inField) field.current?.blur();
      else field.current?.focus();
    }
    const letters = isWriting(event.nativeEvent);
    if (event.key === "ArrowDown" || (!letters && event.key === "j")) {
      event.preventDefault();
      if (inField) box.current?.querySelector<HTMLElement>("[data-row]")?.focus();
      else moveRow(1);
    }
    if (!inField && (event.key === "ArrowUp" || event.key === "k")) {
      event.preventDefault();
      const first = box.current?.querySelector("[data-row]") === document.activeElement;
      if (first) field.current?.focus();
      else moveRow(-1);
    }
    if (event.key === "Enter" && inField) {
      event.preventDefault();
      box.current?.querySelector<HTMLElement>("[data-row]")?.click();
    }
  };

  return (
    <search className="search" onKeyDown={onKey}>
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        placeholder={say("search.placeholder")}
        aria-label={say(place.project === null ? "search.everywhere" : "search.project", { key: place.project ?? "" })}
        aria-controls={id}
        autoComplete="off"
        spellCheck={false}
      />
      <div ref={box} id={id} data-pane className="hits">
        {text.trim() !== "" && <Commands text={text.trim()} taken={leave} />}
        {asked !== "" && text.trim() !== "" && !text.startsWith(">") && <Hits text={asked} project={place.project} />}
      </div>
    </search>
  );
}
