import { useEffect, useRef, useSyncExternalStore } from "react";
import { recall, remember } from "./remember";
import type { WordKey } from "./words";

/** Something that a key does, and the words for it on the sheet of keys. */
export interface Command {
  /** The keys as KeyboardEvent.key names them, `Ctrl+z` with Ctrl or Cmd, `g r` one after the other; any of them does it. */
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
  const joined = keys.join("\n");
  useEffect(() => {
    const command: Command = { keys: joined.split("\n"), word, run: (event) => latest.current(event) };
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

/** The first of two keys, and until when the second is waited for, in milliseconds since the page began. */
let begun = { key: "", until: 0 };
const patience = 1_500;

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || isWriting(event)) return;
  const isChord = event.ctrlKey || event.metaKey;
  if (!isChord && event.key.length === 1 && !single) return;
  const key = isChord ? `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}` : event.key;
  const pair = begun.key && event.timeStamp < begun.until ? `${begun.key} ${key}` : null;
  begun = { key: "", until: 0 };
  // A second key that makes no pair is meant by itself.
  if ((pair && act(pair, event)) || act(key, event)) return;
  if ([...commands].some(({ keys }) => keys.some((one) => one.startsWith(`${key} `)))) {
    begun = { key, until: event.timeStamp + patience };
  }
}

/** Does what a key stands for; false when nothing takes it. What was offered last is nearest to the person, so it goes first. */
function act(key: string, event: KeyboardEvent): boolean {
  for (const command of [...commands].reverse()) {
    if (!command.keys.includes(key) || command.run(event) === false) continue;
    event.preventDefault();
    return true;
  }
  return false;
}

/** Begins to listen to the keyboard; ends with what it returns. */
export function listenToKeys(): () => void {
  single = recall(kept) !== "off";
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
