import { useSyncExternalStore } from "react";
import { isDesktop } from "./platform";

/** The parts of a project that have an address of their own. */
export const sections = ["requirements", "cases", "suites", "executions", "defects"] as const;
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

/** The link to a place. The window uses the hash, since its asset server has no history to come back to. */
export function hrefOf({ project, section, key }: Place): string {
  const parts = project === null ? [] : ["p", project, ...(section ? [section, ...(key ? [key] : [])] : [])];
  const path = `/${parts.map(encodeURIComponent).join("/")}`;
  return isDesktop() ? `/#${path}` : path;
}

/** The place of now; the page draws again when it changes. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(listen, currentPath));
}

/** The path of now as placeOf reads it. */
export function currentPath(): string {
  return isDesktop() ? window.location.hash.slice(1) || "/" : window.location.pathname;
}

function listen(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
  return () => {
    window.removeEventListener("popstate", changed);
    window.removeEventListener("hashchange", changed);
  };
}
