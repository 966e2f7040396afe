import type { RefObject } from "react";
import { useKeys } from "../lib/keys";
import type { Rows } from "../lib/useRows";
import type { VirtualHandle } from "../ui/VirtualTable";

interface Tree<Node> {
  rows: Rows<Node>;
  handle: RefObject<VirtualHandle | null>;
  id: (node: Node) => string;
  canOpen: (node: Node) => boolean;
  open: ReadonlySet<string>;
  setOpen: (open: ReadonlySet<string>) => void;
}

/** The row that has the focus now; none when the focus is elsewhere. */
export function focusedRow(): number {
  const line = document.activeElement?.closest<HTMLElement>(".virtual tr[data-at]");
  return line ? Number(line.dataset.at) : -1;
}

/** Whether the keys of the list mean this list: the focus is in it, or nowhere in particular. */
function isHere(): boolean {
  const now = document.activeElement;
  return !now || now === document.body || now.tagName === "MAIN" || now.closest(".virtual, h1, h2") !== null;
}

/** Walks the rows of a long list, those that are not drawn too: j and k, arrows, Home and End. */
export function useRowKeys({ count }: { count: number }, handle: RefObject<VirtualHandle | null>): void {
  const go = (row: number) => {
    if (count === 0) return false;
    handle.current?.focus(row);
    return true;
  };
  const from = () => {
    const now = focusedRow();
    return now >= 0 ? now : (handle.current?.active() ?? -1);
  };
  useKeys(["j"], "keys.down", () => (isHere() ? go(from() + 1) : false));
  useKeys(["k"], "keys.up", () => (isHere() ? go(from() - 1) : false));
  useKeys(["ArrowDown"], "keys.down", (event) => focusedRow() >= 0 && !event.shiftKey && go(focusedRow() + 1));
  useKeys(["ArrowUp"], "keys.up", (event) => focusedRow() >= 0 && !event.shiftKey && go(focusedRow() - 1));
  useKeys(["Home"], "trees.keys.home", () => focusedRow() >= 0 && go(0));
  useKeys(["End"], "trees.keys.end", () => focusedRow() >= 0 && go(count - 1));
}

/** The keys of a tree besides: unfold, fold, to the row above, open all beside it, fold everything. */
export function useTreeKeys<Node>({ rows, handle, id, canOpen, open, setOpen }: Tree<Node>): void {
  useRowKeys(rows, handle);
  const here = () => {
    const at = focusedRow();
    return at >= 0 && at < rows.count ? { at, ...rows.at(at) } : null;
  };
  useKeys(["ArrowRight"], "keys.unfold", () => {
    const row = here();
    if (!row?.node || !canOpen(row.node)) return row !== null;
    if (open.has(id(row.node))) handle.current?.focus(row.at + 1);
    else setOpen(new Set([...open, id(row.node)]));
    return true;
  });
  useKeys(["*"], "trees.keys.siblings", () => {
    const row = here();
    const run = row && rows.levels.run(row.level);
    if (!run) return false;
    setOpen(new Set([...open, ...[...run.first, ...run.last].filter(canOpen).map(id)]));
    return true;
  });
  const fold = (row: ReturnType<typeof here>) => {
    if (!row) return false;
    if (row.node && open.has(id(row.node)) && canOpen(row.node)) {
      const less = new Set(open);
      less.delete(id(row.node));
      setOpen(less);
    } else if (row.above >= 0) handle.current?.focus(row.above);
    return true;
  };
  useKeys(["ArrowLeft"], "keys.fold", (event) => {
    if (!event.shiftKey) return fold(here());
    if (open.size === 0) return false;
    const row = here();
    setOpen(new Set());
    // The row at the top under which one stood is the one that is left.
    let at = row?.at ?? -1;
    while (at >= 0 && rows.at(at).above >= 0) at = rows.at(at).above;
    const name = at >= 0 ? rows.at(at).place : 0;
    requestAnimationFrame(() => handle.current?.focus(name));
    return true;
  });
}
