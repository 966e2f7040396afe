/** Reads a choice this browser kept; null when there is none or the browser keeps nothing. */
export function recall(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. A browser that refuses loses a comfort, never work. */
export function remember(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // Storage is switched off: the choice holds until the page closes.
  }
}
