/** Walking the rows of lists by keyboard. A row is whatever link carries data-row; lists that stand together are a data-pane. */

function rowsAround(focused: Element | null): HTMLElement[] {
  const pane =
    focused?.closest("[data-pane]") ?? document.querySelector("main [data-pane]") ?? document.querySelector("main");
  return [...(pane?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
}

/** Moves the focus to the next (1) or previous (-1) row; outside of any list it goes to the first. */
export function moveRow(by: 1 | -1): boolean {
  const focused = document.activeElement;
  const rows = rowsAround(focused);
  const line = focused?.closest("tr, li");
  const at = rows.findIndex((row) => row === focused || line?.contains(row) === true);
  const next = rows[at < 0 ? 0 : at + by];
  next?.focus();
  next?.scrollIntoView?.({ block: "nearest" });
  return next !== undefined || at >= 0;
}

/** True when the focus stands on a row, so that arrows mean rows and not scrolling. */
export function onRow(): boolean {
  return document.activeElement?.closest("tr, li")?.querySelector("[data-row]") != null;
}

/** Opens (true) or folds (false) the row that has the focus; false when there is nothing to fold. */
export function foldRow(open: boolean): boolean {
  const line = document.activeElement?.closest("tr, li");
  const button = line?.querySelector<HTMLElement>("button[aria-expanded]");
  if (!button || (button.getAttribute("aria-expanded") === "true") === open) return false;
  button.click();
  return true;
}
