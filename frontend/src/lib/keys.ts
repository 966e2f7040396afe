import { useEffect, useRef, useSyncExternalStore } from "react";
import { recall, remember } from "./remember";
import type { WordKey } from "./words";

/** Something that a key does, and the words for it on the sheet of keys. */
export interface Command {
  /** The keys as KeyboardEvent.key names them; any of them does it. */
  keys: readonly string[];
  word: WordKey;
  /** Does it; false when there is nothing to do here, and the browser goes on as it would. */
  run: (event: KeyboardEvent) => boolean | undefined;
}

const kept = "asterism.keys";
const commands = new Set<Command>();
const watchers = new Set<() => void>();
let listed: readonly Command[] = [];
let single = true;

function changed(): void {
  listed = [...commands];
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether single letters act at all: people who dictate, or hit keys by accident, switch them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(watch, () => single);
  return [
    on,
    (next) => {
      single = next;
      remember(kept, next ? "on" : "off");
      changed();
    },
  ];
}

/** The commands that the page offers now. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(watch, () => listed);
}

/** Offers a command for as long as what calls this is on the page. */
export function useKeys(keys: readonly string[], word: WordKey, run: Command["run"]): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const joined = keys.join(" ");
  useEffect(() => {
    const command: Command = { keys: joined.split(" "), word, run: (event) => latest.current(event) };
    commands.add(command);
    changed();
    return () => {
      commands.delete(command);
      changed();
    };
  }, [joined, word]);
}

/** True while the person writes: in a field, or composing a word with an input method, whose last Enter WebKit reports as 229. */
export function isWriting(event: Pick<KeyboardEvent, "target" | "isComposing" | "keyCode">): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || at.closest("input, textarea, select") !== null);
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
  if (event.key.length === 1 && !single) return;
  // What was offered last is nearest to the person, so it goes first.
  for (const command of [...commands].reverse()) {
    if (command.keys.includes(event.key) && command.run(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

/** Begins to listen to the keyboard; ends with what it returns. */
export function listenToKeys(): () => void {
  single = recall(kept) !== "off";
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
