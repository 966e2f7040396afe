import { type KeyboardEvent, useId, useState } from "react";
import { useWords, type WordKey } from "../lib/words";
import { forget, useDraft } from "./CommentsDraft";
import { Prose } from "./Prose";
import "./remarks.css";

/** A place to write Markdown, with a preview; what stands in it is kept under the id until it is sent. */
export function Writer(props: {
  id: string;
  start?: string;
  label: WordKey;
  send: WordKey;
  busy: boolean;
  errors: readonly { message: string }[];
  /** Sends the text; true when it arrived. */
  onSend: (text: string) => Promise<boolean>;
  onLeave?: () => void;
}) {
  const { say } = useWords();
  const [text, setText] = useDraft(props.id, props.start);
  const [preview, setPreview] = useState(false);
  const [field, told] = [useId(), useId()];
  const send = async () => {
    if (text.trim() === "" || props.busy) return;
    if (!(await props.onSend(text))) return;
    forget(props.id);
    setText("");
    setPreview(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className="writer">
      <label htmlFor={field}>{say(props.label)}</label>
      {preview && <Prose text={text} />}
      <textarea
        id={field}
        rows={3}
        hidden={preview}
        maxLength={20000}
        value={text}
        aria-describedby={told}
        aria-invalid={props.errors.length > 0}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={told} className="quiet" role={props.errors.length > 0 ? "alert" : undefined}>
        {props.errors.map(({ message }) => message).join(" ") || say("comments.hint")}
      </p>
      <div className="writer-keys">
        <button
          type="button"
          className="button"
          disabled={text.trim() === "" || props.busy}
          onClick={() => void send()}
        >
          {say(props.send)}
        </button>
        <button
          type="button"
          className="button"
          disabled={text.trim() === ""}
          onClick={() => setPreview((shown) => !shown)}
        >
          {say(preview ? "comments.write" : "comments.preview")}
        </button>
        {props.onLeave && (
          <button
            type="button"
            className="button"
            onClick={() => {
              forget(props.id);
              props.onLeave?.();
            }}
          >
            {say("comments.leave")}
          </button>
        )}
      </div>
    </div>
  );
}
