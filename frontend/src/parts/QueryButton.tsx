import { useId, useRef, useState } from "react";
import { useKeys } from "../lib/keys";
import { useWords } from "../lib/words";
import "./QueryButton.css";

/** Shows the one question that a view asked, to copy it or to go on with it in GraphiQL. */
export function QueryButton({ text, variables }: { text: string; variables: Record<string, unknown> }) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [copied, setCopied] = useState(false);
  const values = JSON.stringify(variables, null, 2);
  const show = () => {
    if (!dialog.current?.open) dialog.current?.showModal();
    return true;
  };
  useKeys(["q"], "graph.keys.query", show);
  return (
    <>
      <button
        type="button"
        className="button query-button"
        onClick={show}
        title={say("query.button")}
        aria-label={say("query.button")}
      >
        {"{ }"}
      </button>
      <dialog ref={dialog} className="query-dialog" aria-labelledby={title} onClose={() => setCopied(false)}>
        <h2 id={title}>{say("query.title")}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text has to be scrolled by keyboard. */}
        <section tabIndex={0} aria-label={say("query.text")}>
          <pre>{text}</pre>
        </section>
        <h3>{say("query.variables")}</h3>
        <pre>{values}</pre>
        <p className="query-actions" aria-live="polite">
          <button
            type="button"
            className="button"
            onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
          >
            {copied ? say("query.copied") : say("query.copy")}
          </button>
          <a className="button" href={`/graphiql?${new URLSearchParams({ query: text, variables: values })}`}>
            {say("query.open")}
          </a>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {say("query.close")}
          </button>
        </p>
      </dialog>
    </>
  );
}
