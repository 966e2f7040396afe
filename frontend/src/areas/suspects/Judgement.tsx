import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type Outcome, type UserError, useChange } from "../../lib/change";
import { recall, remember } from "../../lib/remember";
import { tell } from "../../lib/undo";
import { useWords } from "../../lib/words";
import { AffirmLinks, RetireLinks, type SuspectLink } from "./gen/operations";

/** What can be said of a link in doubt. */
export type Verdict = "affirm" | "retire";

const lastReason = "asterism.reason";

/** Asks for the reason, which both answers need, and says so to the server. What was not taken is told beside the field. */
export function Judgement({
  verdict,
  links,
  close,
}: {
  verdict: Verdict;
  links: SuspectLink[];
  close: (done: boolean) => void;
}) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const problem = useId();
  const [reason, setReason] = useState("");
  const last = recall(lastReason);
  const affirm = useChange(AffirmLinks, ({ linkAffirm }) => linkAffirm);
  const retire = useChange(RetireLinks, ({ linkRetire }) => linkRetire);
  const { busy, errors } = verdict === "affirm" ? affirm : retire;
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const count = links.length;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = { reason, links: links.map(({ id, version }) => ({ id, expectedVersion: version })) };
    const outcome: Outcome<{ userErrors: readonly UserError[] }> | null =
      verdict === "affirm" ? await affirm.run({ input }) : await retire.run({ input });
    if (!outcome?.done) return;
    remember(lastReason, reason);
    tell(say(verdict === "affirm" ? "suspects.affirmed" : "suspects.retired", { count }));
    close(true);
  };
  return (
    <dialog ref={dialog} className="suspects-dialog" aria-labelledby={title} onCancel={() => close(false)}>
      <form onSubmit={(event) => void send(event)}>
        <h2 id={title}>{say(`suspects.${verdict}.title`, { count })}</h2>
        <p>{say(`suspects.${verdict}.what`)}</p>
        <label>
          {say("suspects.reason")}
          <textarea
            required
            rows={3}
            value={reason}
            aria-invalid={errors.length > 0}
            aria-describedby={errors.length > 0 ? problem : undefined}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        {last && reason === "" && (
          <button type="button" className="button" onClick={() => setReason(last)}>
            {say("suspects.reason.last", { reason: last })}
          </button>
        )}
        {errors.length > 0 && (
          <p id={problem} className="suspects-problem" role="alert">
            {errors.map(({ message }) => message).join(" ")}
          </p>
        )}
        <p className="suspects-buttons">
          <button type="submit" className="button" disabled={busy}>
            {say(`suspects.${verdict}.do`)}
          </button>
          <button type="button" className="button" onClick={() => close(false)}>
            {say("suspects.cancel")}
          </button>
        </p>
      </form>
    </dialog>
  );
}
