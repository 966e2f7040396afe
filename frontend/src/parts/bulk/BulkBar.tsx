import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import "./bulk.css";
import { BulkMembers } from "./gen/operations";
import { type Assignable, useBulk } from "./useBulk";
import { most, type Selection } from "./useSelection";

/** What can be done with the rows that are selected; there only while some are. */
export function BulkBar<Node extends Assignable>(props: {
  project: string;
  selection: Selection<Node>;
  total: number;
  /** The kind of thing that can be put into the trash from here. */
  trash?: "cases" | "defects" | undefined;
  assign?: boolean | undefined;
}) {
  const { say } = useWords();
  const { selection, total } = props;
  const rows = [...selection.chosen.values()];
  const { progress, tag, putAway, assign } = useBulk(rows, selection.clear);
  const [name, setName] = useState("");
  const field = useId();
  const busy = progress !== null || selection.busy;
  if (rows.length === 0) return null;
  const word = name.trim();
  const limit = rows.length >= most && total > most;
  return (
    <section className="bulk" aria-label={say("bulk.title")}>
      <p aria-live="polite">
        {progress
          ? say("bulk.progress", progress)
          : say(limit ? "bulk.selectedMost" : "bulk.selected", { count: rows.length, total, most })}
      </p>
      {!progress && rows.length < Math.min(total, most) && (
        <button type="button" className="button" onClick={selection.all} disabled={busy}>
          {say("bulk.all", { total: Math.min(total, most) })}
        </button>
      )}
      <span className="bulk-group">
        <label htmlFor={field}>{say("bulk.tag")}</label>
        <input id={field} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        <button type="button" className="button" disabled={busy || !word} onClick={() => tag(word, true)}>
          {say("bulk.tag.add")}
        </button>
        <button type="button" className="button" disabled={busy || !word} onClick={() => tag(word, false)}>
          {say("bulk.tag.remove")}
        </button>
      </span>
      {props.assign && <Assign project={props.project} busy={busy} assign={assign} />}
      {props.trash && (
        <Trash count={rows.length} busy={busy} run={(reason) => props.trash && putAway(props.trash, reason)} />
      )}
      <button type="button" className="button" onClick={selection.clear} disabled={busy}>
        {say("bulk.clear")}
      </button>
    </section>
  );
}

function Assign(props: {
  project: string;
  busy: boolean;
  assign: (member: { id: string; name: string }) => Promise<void>;
}) {
  const { say } = useWords();
  const asked = useAnswer(BulkMembers, { project: props.project });
  const members = asked.state === "ready" ? (asked.data.project?.members ?? []) : [];
  return (
    <select
      aria-label={say("bulk.assign")}
      value=""
      disabled={props.busy || members.length === 0}
      onChange={(event) => {
        const member = members.find(({ user }) => user.id === event.target.value);
        if (member) void props.assign(member.user);
      }}
    >
      <option value="">{say("bulk.assign")}</option>
      {members.map(({ user }) => (
        <option key={user.id} value={user.id}>
          {user.name}
        </option>
      ))}
    </select>
  );
}

function Trash({ count, busy, run }: { count: number; busy: boolean; run: (reason: string) => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const box = useRef<HTMLDetailsElement>(null);
  const field = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(reason.trim());
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !box.current?.open) return;
    event.stopPropagation();
    box.current.open = false;
    box.current.querySelector<HTMLElement>("summary")?.focus();
  };
  return (
    <details className="views" ref={box} onKeyDown={close}>
      <summary className="button">{say("bulk.trash")}</summary>
      <div className="views-box">
        <form onSubmit={send}>
          <label htmlFor={field}>{say("bulk.reason")}</label>
          <input id={field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          <button type="submit" className="button" disabled={busy}>
            {say("bulk.trash.run", { count })}
          </button>
        </form>
      </div>
    </details>
  );
}
