import { useRef, useState } from "react";
import { change, type Outcome, type UserError } from "../../lib/change";
import { tell } from "../../lib/undo";
import { useWords } from "../../lib/words";
import {
  BulkCaseRestore,
  BulkCaseTrash,
  BulkDefectAssign,
  BulkDefectRestore,
  BulkDefectTrash,
  BulkTagAdd,
  BulkTagRemove,
} from "./gen/operations";

/** What a row has to say so that many of its kind can be changed at once. */
export interface Tagged {
  id: string;
  tags: readonly { name: string }[];
}
/** A row that can be given to somebody. */
export interface Assignable extends Tagged {
  version?: number;
  assignee?: { id: string; name: string } | null;
}

type Done = Outcome<{ userErrors: readonly UserError[] }>;

const tagAdd = (about: string[], name: string) => change(BulkTagAdd, { about, names: [name] }, (data) => data.tagAdd);
const tagRemove = (about: string[], name: string) =>
  change(BulkTagRemove, { about, names: [name] }, (data) => data.tagRemove);
const trash = {
  cases: (ids: string[], reason: string) =>
    change(BulkCaseTrash, { ids, ...(reason ? { reason } : {}) }, (data) => data.caseTrash),
  defects: (ids: string[], reason: string) =>
    change(BulkDefectTrash, { ids, ...(reason ? { reason } : {}) }, (data) => data.defectTrash),
};
const restore = {
  cases: (ids: string[]) => change(BulkCaseRestore, { ids }, (data) => data.caseRestore),
  defects: (ids: string[]) => change(BulkDefectRestore, { ids }, (data) => data.defectRestore),
};

/** Changes what is selected, tells in one sentence what came of it, and offers the way back where there is one. */
export function useBulk(rows: readonly Assignable[], done: () => void) {
  const { say } = useWords();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const under = useRef(false);
  const why = (outcome: Done) => (outcome.done ? "" : outcome.errors.map(({ message }) => message).join(" "));
  const back = (todo: () => Promise<Done>, sentence: string) => async () => {
    const outcome = await todo();
    if (!outcome.done) throw new Error(say("bulk.failed", { why: why(outcome) }));
    return sentence;
  };
  const once = async (todo: () => Promise<void>) => {
    if (under.current) return;
    under.current = true;
    setProgress({ done: 0, of: rows.length });
    try {
      await todo();
    } finally {
      under.current = false;
      setProgress(null);
    }
  };

  const tag = (name: string, add: boolean) =>
    once(async () => {
      // What carries the word already stays out of it, so that the way back takes nothing that was there before.
      const about = rows.filter(({ tags }) => tags.some((one) => one.name === name) !== add).map(({ id }) => id);
      if (about.length === 0) return tell(say(add ? "bulk.tag.there" : "bulk.tag.absent", { name }));
      const outcome = await (add ? tagAdd : tagRemove)(about, name);
      if (!outcome.done) return tell(say("bulk.failed", { why: why(outcome) }), { failed: true });
      const parts = { name, count: about.length };
      const undo = back(
        () => (add ? tagRemove : tagAdd)(about, name),
        say(add ? "bulk.tag.removed" : "bulk.tag.added", parts),
      );
      tell(say(add ? "bulk.tag.added" : "bulk.tag.removed", parts), { undo });
      done();
    });

  const putAway = (kind: "cases" | "defects", reason: string) =>
    once(async () => {
      const ids = rows.map(({ id }) => id);
      const outcome = await trash[kind](ids, reason);
      if (!outcome.done) return tell(say("bulk.failed", { why: why(outcome) }), { failed: true });
      const undo = back(() => restore[kind](ids), say("bulk.restored", { count: ids.length }));
      tell(say("bulk.trashed", { count: ids.length }), { undo });
      done();
    });

  const assign = (assignee: { id: string; name: string }) =>
    once(async () => {
      const given: { id: string; version: number; before: string | undefined }[] = [];
      let refused = "";
      const due = rows.filter((row) => row.assignee?.id !== assignee.id);
      for (const [at, { id, version = 0, assignee: before }] of due.entries()) {
        setProgress({ done: at, of: due.length });
        const outcome = await change(
          BulkDefectAssign,
          { id, version, assignee: assignee.id },
          (data) => data.defectAssign,
        );
        if (outcome.done)
          given.push({ id, version: outcome.payload.defect?.version ?? version + 1, before: before?.id });
        else refused = why(outcome);
      }
      const parts = { count: given.length, of: due.length, name: assignee.name };
      // The server has no way to take a defect from everybody: only what somebody had goes back to that person.
      const canGoBack = given.length > 0 && given.every(({ before }) => before !== undefined);
      const undo = async () => {
        for (const { id, version, before } of given) {
          const outcome = await change(
            BulkDefectAssign,
            { id, version, assignee: before ?? "" },
            (data) => data.defectAssign,
          );
          if (!outcome.done) throw new Error(say("bulk.failed", { why: why(outcome) }));
        }
        return say("bulk.assignedBack", { count: given.length });
      };
      const way = canGoBack ? { undo } : {};
      if (refused) tell(say("bulk.assignedSome", { ...parts, why: refused }), { ...way, failed: true });
      else tell(say("bulk.assigned", parts), way);
      if (given.length > 0) done();
    });

  return { progress, tag, putAway, assign };
}
