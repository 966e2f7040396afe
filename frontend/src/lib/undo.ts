import { useSyncExternalStore } from "react";

/** Something that was done, told at the edge of the page, with the way back while there is one. */
export interface Done {
  id: number;
  /** The whole sentence: what was done, with its number or key. */
  sentence: string;
  /** Takes it back; resolves to a sentence about what came of that. Absent where nothing can be taken back. */
  undo?: () => Promise<string>;
  /** Something failed: it stays until it is put away. */
  failed?: boolean;
}

const longest = 5;
let told: readonly Done[] = [];
let next = 1;
const watchers = new Set<() => void>();

function set(now: readonly Done[]): void {
  told = now;
  for (const watcher of watchers) watcher();
}

/** Tells what was done and offers the way back. The latest one is also what Ctrl+Z takes back. */
export function tell(sentence: string, more: Pick<Done, "undo" | "failed"> = {}): void {
  set([...told, { id: next++, sentence, ...more }].slice(-longest));
}

/** Puts one away. */
export function putAway(id: number): void {
  set(told.filter((one) => one.id !== id));
}

/** Takes back the latest thing that can be, or the one named; false when there is none. */
export function undo(id?: number): boolean {
  const one = told.findLast((done) => done.undo && (id === undefined || done.id === id));
  if (!one?.undo) return false;
  putAway(one.id);
  one.undo().then(
    (sentence) => tell(sentence),
    (cause: unknown) => tell(cause instanceof Error ? cause.message : String(cause), { failed: true }),
  );
  return true;
}

/** What was told and not put away, oldest first. */
export function useDone(): readonly Done[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => told,
  );
}
