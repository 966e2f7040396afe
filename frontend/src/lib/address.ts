import { useSyncExternalStore } from "react";
import { isDesktop } from "./platform";

/** The place the address names: the whole workspace, or one project of it. */
export interface Place {
  project: string | null;
}

/** Reads the place out of an address such as `/p/PAY`; whatever it does not know is the workspace. */
export function placeOf(path: string): Place {
  const [, key] = /^\/p\/([^/]+)\/?$/.exec(path) ?? [];
  if (!key) return { project: null };
  try {
    return { project: decodeURIComponent(key) };
  } catch {
    return { project: null };
  }
}

/** The link to a place. The window uses the hash, since its asset server has no history to come back to. */
export function hrefOf(place: Place): string {
  const path = place.project === null ? "/" : `/p/${encodeURIComponent(place.project)}`;
  return isDesktop() ? `/#${path}` : path;
}

/** Goes to a place without loading the page again, so that Back returns. */
export function goTo(place: Place): void {
  window.history.pushState(null, "", hrefOf(place));
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** The place of now; the page draws again when it changes. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(listen, currentPath));
}

function currentPath(): string {
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
