import { useEffect, useMemo, useSyncExternalStore } from "react";
import { setParams, useParams } from "../../lib/address";
import { Asker, type Narrowed } from "./asker";
import { tile } from "./windows";

/** Where a view of the matrix begins: the first row and the first column in view. */
export interface Corner {
  row: number;
  column: number;
}

/** What the address says of the matrix: what narrows it, how it lies, and where it was left. */
export interface View extends Omit<Narrowed, "project"> {
  /** Test cases stand as rows. */
  turned: boolean;
  corner: Corner;
}

/** Reads the view out of the address; what it does not understand is left out. */
export function useView(): View {
  const { q = "", c = "", gaps, linked, turned, at = "" } = useParams();
  const [row = 0, column = 0] = at.split(".").map((text) => (/^\d{1,7}$/.test(text) ? Number(text) : 0));
  return {
    rowText: q.trim().slice(0, 200),
    columnText: c.trim().slice(0, 200),
    gaps: gaps === "1",
    // A gap has no linked case: the two together would always be empty.
    linked: linked === "1" && gaps !== "1",
    turned: turned === "1",
    corner: { row, column },
  };
}

/** Puts another view into the address; one that shows other rows begins at their start. */
export function look(changes: { q?: string; c?: string; gaps?: boolean; linked?: boolean; turned?: boolean }): void {
  const params: Record<string, string> = { at: "" };
  for (const [name, value] of Object.entries(changes))
    params[name] = typeof value === "string" ? value : value ? "1" : "";
  setParams(params);
}

/** Keeps in the address where somebody has scrolled to. */
export function stay({ row, column }: Corner): void {
  // To rest in the grid is no walk: the page around it stays where it is.
  const { scrollX, scrollY } = window;
  setParams({ at: row === 0 && column === 0 ? "" : `${row}.${column}` });
  if (scrollX !== window.scrollX || scrollY !== window.scrollY) window.scrollTo(scrollX, scrollY);
}

/** The matrix as narrowed, read as far as it was looked at; `version` changes whenever there is something else to draw. */
export function useMatrix({ project, rowText, columnText, gaps, linked }: Narrowed, corner: Corner): Asker {
  const asker = useMemo(
    () => new Asker({ project, rowText, columnText, gaps, linked }),
    [project, rowText, columnText, gaps, linked],
  );
  useSyncExternalStore(asker.watch, () => asker.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the corner is where it begins; from there on the grid says what is in view.
  useEffect(() => {
    asker.want({
      rows: { from: corner.row, to: corner.row + tile },
      columns: { from: corner.column, to: corner.column + tile },
    });
    return () => asker.stop();
  }, [asker]);
  return asker;
}
