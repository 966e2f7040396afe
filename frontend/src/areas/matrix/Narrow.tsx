import { useEffect, useRef, useState } from "react";
import { useKeys } from "../../lib/keys";
import { useWords, type WordKey } from "../../lib/words";
import { look, type View } from "./useMatrix";

/** How long to wait for the next letter before the matrix is asked anew, in milliseconds. */
const pause = 250;

/** What narrows the matrix: words for either axis, gaps, linked cases; and how it lies. The address keeps all of it. */
export function Narrow({ view, isList }: { view: View; isList: boolean }) {
  const { say } = useWords();
  useKeys(["t"], "matrix.key.turn", () => {
    if (isList) return false;
    look({ turned: !view.turned });
    return true;
  });
  useKeys(["o"], "matrix.key.gaps", () => {
    look({ gaps: !view.gaps });
    return true;
  });
  return (
    <search className="matrix-narrow">
      <Words name="q" label="matrix.rowText" value={view.rowText} />
      {!isList && <Words name="c" label="matrix.columnText" value={view.columnText} />}
      <Tick label="matrix.gaps" on={view.gaps} set={(gaps) => look({ gaps })} />
      {!isList && <Tick label="matrix.linked" on={view.linked} off={view.gaps} set={(linked) => look({ linked })} />}
      {!isList && (
        <button
          type="button"
          className="button"
          aria-pressed={view.turned}
          onClick={() => look({ turned: !view.turned })}
        >
          {say("matrix.turn")}
        </button>
      )}
    </search>
  );
}

function Tick(props: { label: WordKey; on: boolean; off?: boolean; set: (on: boolean) => void }) {
  const { label, on, off = false, set } = props;
  const { say } = useWords();
  return (
    <label>
      <input type="checkbox" checked={on} disabled={off} onChange={(event) => set(event.target.checked)} /> {say(label)}
    </label>
  );
}

function Words({ name, label, value }: { name: "q" | "c"; label: WordKey; value: string }) {
  const { say } = useWords();
  const [draft, setDraft] = useState(value);
  const sent = useRef(value);
  const composing = useRef(false);
  // Back brings other words than those that were written here.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => {
    const wanted = draft.trim();
    if (wanted === sent.current || composing.current) return;
    const wait = setTimeout(() => {
      sent.current = wanted;
      look({ [name]: wanted });
    }, pause);
    return () => clearTimeout(wait);
  }, [draft, name]);
  return (
    <label className="matrix-words">
      {say(label)}
      <input
        type="search"
        maxLength={200}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          // The same words once more, now that they are whole.
          setDraft(`${event.currentTarget.value} `);
        }}
      />
    </label>
  );
}
