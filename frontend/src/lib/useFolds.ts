import { useSyncExternalStore } from "react";

/** Which branches are open, by tree: kept while the page lives, so that a tree is found as it was left. */
const kept = new Map<string, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function keep(tree: string, open: ReadonlySet<string>): void {
  kept.set(tree, open);
  for (const watcher of watchers) watcher();
}

/** The open branches of a tree, and a way to open or fold one. */
export function useFolds(tree: string): [ReadonlySet<string>, (key: string) => void] {
  const open = useSyncExternalStore(watch, () => kept.get(tree) ?? none);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    keep(tree, next);
  };
  return [open, toggle];
}

/** Opens these branches and folds all others. */
export function refold(tree: string, keys: Iterable<string>): void {
  keep(tree, new Set(keys));
}

/** Opens branches, so that what stands below them can be seen. */
export function unfold(tree: string, keys: readonly string[]): void {
  const open = kept.get(tree) ?? none;
  if (keys.some((key) => !open.has(key))) keep(tree, new Set([...open, ...keys]));
}

/** Forgets all open branches. */
export function forgetFolds(): void {
  kept.clear();
}
