import { useSyncExternalStore } from "react";
import type { Params, Section } from "./address";
import { recall, remember } from "./remember";

/** An address that somebody gave a name: a part of a project with its filter, order and open branches. */
export interface SavedView {
  name: string;
  section: Section;
  params: Params;
}

const watchers = new Set<() => void>();
const read = new Map<string, { text: string; views: readonly SavedView[] }>();
const none: readonly SavedView[] = [];
const nameOf = (project: string) => `asterism.views.${project}`;

/** The views that this browser kept of a project, by name; what is not readable any more counts as none. */
export function savedViews(project: string): readonly SavedView[] {
  const text = recall(nameOf(project)) ?? "";
  const known = read.get(project);
  if (known?.text === text) return known.views;
  let views = none;
  try {
    const found: unknown = JSON.parse(text || "[]");
    if (Array.isArray(found)) views = found.filter(isView).sort((a, b) => a.name.localeCompare(b.name));
  } catch {
    // Something else wrote there: the next view that is kept replaces it.
  }
  read.set(project, { text, views });
  return views;
}

function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null;
  return typeof view?.name === "string" && typeof view.section === "string" && typeof view.params === "object";
}

function keep(project: string, views: readonly SavedView[]): void {
  remember(nameOf(project), JSON.stringify(views));
  for (const watcher of watchers) watcher();
}

const same = (one: SavedView, other: Pick<SavedView, "name" | "section">) =>
  one.name === other.name && one.section === other.section;

/** Keeps a view; one of the same name in the same part is replaced. */
export function saveView(project: string, view: SavedView): void {
  keep(project, [...savedViews(project).filter((one) => !same(one, view)), view]);
}

/** Gives a view another name. */
export function renameView(project: string, view: SavedView, name: string): void {
  const next = { ...view, name };
  keep(project, [...savedViews(project).filter((one) => !same(one, view) && !same(one, next)), next]);
}

/** Forgets a view. */
export function deleteView(project: string, view: SavedView): void {
  keep(
    project,
    savedViews(project).filter((one) => !same(one, view)),
  );
}

/** The views of one part of a project; the page draws again when they change, in another window too. */
export function useSavedViews(project: string, section: Section): readonly SavedView[] {
  const all = useSyncExternalStore(watch, () => savedViews(project));
  return all.filter((view) => view.section === section);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener("storage", watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener("storage", watcher);
  };
}
