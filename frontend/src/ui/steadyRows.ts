import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** Height of every row, in pixels: as all are alike, no row has to be measured. */
export const rowHeight = 28;

interface Steady {
  place: RefObject<HTMLElement | null>;
  /** The first row in view. */
  from: number;
  count: number;
  id: (row: number) => string;
  /** The row that has the focus; -1 when none has. */
  active: number;
  /** Hears where the row with the focus stands now. */
  moved: (row: number) => void;
}

/** How many rows on either side are looked through for the one that moved: what others add comes in smaller portions. */
const reach = 400;

/** Finds a row again that may have moved; where it was when it is not near. */
function find(id: (row: number) => string, name: string, around: number, count: number): number {
  for (let by = 0; by <= reach; by++) {
    if (around + by < count && id(around + by) === name) return around + by;
    if (around - by >= 0 && around - by < count && id(around - by) === name) return around - by;
  }
  return around;
}

/** Holds still what one looks at while rows come and go above it: the row with the focus, else the first one in view. */
export function useSteadyRows({ place, from, count, id, active, moved }: Steady): void {
  const hear = useRef(moved);
  useEffect(() => {
    hear.current = moved;
  });
  const before = useRef<{ name: string; row: number; count: number; active: boolean } | null>(null);
  useLayoutEffect(() => {
    const held = before.current;
    const box = place.current;
    if (!held || !box || held.row >= count) return;
    if (id(held.row) === held.name) return;
    const now = find(id, held.name, held.row, count);
    if (now === held.row) return;
    if (held.active) hear.current(now);
    // At the very top nothing is above: what is new shall be seen, unless somebody stands on a row.
    if (box.scrollTop > 0) box.scrollTop += (now - held.row) * rowHeight;
  }, [count, id, place]);
  useEffect(() => {
    const row = active >= 0 && active < count ? active : from;
    before.current = row < count ? { name: id(row), row, count, active: row === active } : null;
  });
}
