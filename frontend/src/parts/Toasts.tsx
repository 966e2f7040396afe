import { putAway, undo, useDone } from "../lib/undo";
import { useWords } from "../lib/words";
import "./Toasts.css";

/** What was done lately, at the edge of the page, with the way back where there is one. */
export function Toasts() {
  const { say } = useWords();
  const told = useDone();
  return (
    <section className="toasts" aria-label={say("done.title")} aria-live="polite">
      {told.map(({ id, sentence, undo: back, failed }) => (
        <div key={id} className={failed ? "toast toast-failed" : "toast"}>
          <span>{sentence}</span>
          {back && (
            <button type="button" className="button" onClick={() => undo(id)}>
              {say("done.undo")}
            </button>
          )}
          <button type="button" className="button" aria-label={say("done.close")} onClick={() => putAway(id)}>
            ×
          </button>
        </div>
      ))}
    </section>
  );
}
