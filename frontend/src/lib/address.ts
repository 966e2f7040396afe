import { useMemo, useSyncExternalStore } from "react";
import { isDesktop } from "./platform";

/** The parts of a project that have an address of their own. */
export const sections = [
  "requirements",
  "suites",
  "cases",
  "graph",
  "matrix",
  "suspects",
  "executions",
  "defects",
  "imports",
  "activity",
] as const;
/** One part of a project. */
export type Section = (typeof sections)[number];

/** The place the address names: the workspace, a project, a part of it, or one thing in that part. */
export interface Place {
  project: string | null;
  section?: Section;
  /** Key of the thing; executions and suites have none and stand here with their id. */
  key?: string;
}

/** Reads the place out of an address such as `/p/PAY/cases/C-12`; whatever it does not know is the workspace. */
export function placeOf(path: string): Place {
  const [, project, section, key] = /^\/p\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path) ?? [];
  const known = sections.find((name) => name === section);
  if (!project || (section && !known)) return { project: null };
  try {
    const place: Place = { project: decodeURIComponent(project) };
    if (known) place.section = known;
    if (key) place.key = decodeURIComponent(key);
    return place;
  } catch {
    return { project: null };
  }
}

/** What an address says beyond its place: scope, filter, order, selection, open branches. An address is so a saved view. */
export type Params = Readonly<Record<string, string>>;

/** The link to a place. The window uses the hash, since its asset server has no history to come back to. */
export function hrefOf({ project, section, key }: Place, params: Params = {}): string {
  const parts = project === null ? [] : ["p", project, ...(section ? [section, ...(key ? [key] : [])] : [])];
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== "")).toString();
  const path = `/${parts.map(encodeURIComponent).join("/")}${query && `?${query}`}`;
  return isDesktop() ? `/#${path}` : path;
}

/** The place of now; the page draws again when it changes. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(listen, currentPath));
}

/** The path of now as placeOf reads it, without what it says beyond the place. */
export function currentPath(): string {
  return isDesktop() ? window.location.hash.slice(1).split("?")[0] || "/" : window.location.pathname;
}

function currentQuery(): string {
  return isDesktop() ? (window.location.hash.split("?")[1] ?? "") : window.location.search.slice(1);
}

/** What the address of now says beyond its place; the page draws again when it changes. */
export function useParams(): Params {
  const query = useSyncExternalStore(listen, currentQuery);
  return useMemo(() => Object.fromEntries(new URLSearchParams(query)), [query]);
}

/**
 * Says something else beyond the place, which stays: an empty value takes a name out. It is no step of its own that Back would
 * return to, unless it is asked to be one.
 */
export function setParams(changes: Params, { step = false }: { step?: boolean } = {}): void {
  const params = { ...Object.fromEntries(new URLSearchParams(currentQuery())), ...changes };
  const address = hrefOf(placeOf(currentPath()), params);
  const state = window.history.state as { index?: number } | null;
  if (step) window.history.pushState({ ...state, index: (state?.index ?? 0) + 1 }, "", address);
  else window.history.replaceState(state, "", address);
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
}

function listen(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
  return () => {
    window.removeEventListener("popstate", changed);
    window.removeEventListener("hashchange", changed);
  };
}
