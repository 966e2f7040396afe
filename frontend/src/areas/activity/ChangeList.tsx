import { useEffect, useRef, useState } from "react";
import { ask, RequestFailed } from "../../lib/client";
import { useKeys } from "../../lib/keys";
import { useWords } from "../../lib/words";
import { ChangeSentence } from "../../parts/ChangeSentence";
import { Failure } from "../../parts/Failure";
import { ThingLink } from "../../parts/ThingLink";
import { Notice } from "../../ui/Notice";
import { ActivityBefore, type ActivityBeforeData, type ActivityPage } from "./gen/operations";

type Told = ActivityPage["nodes"][number];

/**
 * Changes that were read, newest first. What comes while one reads waits behind a button, so that nothing moves under the eyes;
 * numbers without holes say how many wait.
 */
export function ChangeList(props: { project: string; kind: string | undefined; latest: ActivityPage }) {
  const { say } = useWords();
  const { project, kind, latest } = props;
  const known = useRef(new Map<number, Told>());
  const end = useRef(latest.pageInfo);
  const newest = latest.nodes.at(-1)?.seq ?? 0;
  const [chosen, setTop] = useState(newest);
  const read = useRef<ActivityPage | null>(null);
  if (read.current !== latest) {
    // So much happened at once that the newest page does not reach down to what was read: it is all that is without a hole.
    const isTorn = known.current.size > 0 && !latest.nodes.some(({ seq }) => known.current.has(seq));
    if (isTorn) known.current.clear();
    if (isTorn || read.current === null) end.current = latest.pageInfo;
    for (const change of latest.nodes) known.current.set(change.seq, change);
    read.current = latest;
  }
  const top = known.current.has(chosen) ? chosen : newest;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const all = [...known.current.values()].sort((a, b) => b.seq - a.seq);
  const shown = all.filter(({ seq }) => seq <= top);
  const waiting = all.length - shown.length;
  const show = () => {
    setTop(newest);
    return waiting > 0;
  };
  useKeys(["u"], "activity.keys.new", show);

  const older = async () => {
    const now = new AbortController();
    asking.current = now;
    setBusy(true);
    setFailure(null);
    try {
      const variables = { project, before: end.current.startCursor, filter: kind ? { entityTypes: [kind] } : null };
      const data = await ask<ActivityBeforeData>(ActivityBefore.text, variables, now.signal);
      for (const change of data.project?.changes.nodes ?? []) known.current.set(change.seq, change);
      if (data.project) end.current = data.project.changes.pageInfo;
    } catch (cause) {
      if (!now.signal.aborted) setFailure(cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)));
    }
    if (!now.signal.aborted) setBusy(false);
  };

  if (all.length === 0) {
    if (kind) return <p className="quiet">{say("activity.none")}</p>;
    return (
      <Notice title={say("activity.empty")}>
        <p>{say("activity.empty.next")}</p>
        <ThingLink to={{ project, section: "imports" }}>{say("imports.title")}</ThingLink>
      </Notice>
    );
  }
  return (
    <>
      <p className="quiet" role="status">
        {say("activity.shown", { shown: shown.length, seq: top })}
      </p>
      {waiting > 0 && (
        <button type="button" className="button activity-new" onClick={show}>
          {say("activity.new", { count: waiting })}
        </button>
      )}
      <ol className="activity-list">
        {shown.map((change) => (
          <li key={change.seq}>
            <span className="activity-seq">{change.seq}</span>
            <ChangeSentence project={project} change={change} most={6} />
          </li>
        ))}
      </ol>
      {failure && <Failure what="activity.failed" failure={failure} retry={() => void older()} />}
      {end.current.hasPreviousPage && !failure && (
        <button type="button" className="button" disabled={busy} onClick={() => void older()}>
          {say(busy ? "activity.loading" : "activity.older")}
        </button>
      )}
    </>
  );
}
