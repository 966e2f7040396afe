/** How high a row is, and how wide a column, in pixels: as large as a finger needs, as small as many of them need. */
export const rowHeight = 30;
export const columnWidth = 40;
/** Room for the names beside the rows and above the columns. */
export const headHeight = 116;
export const headWidth = 340;
/** The same beside the rows when the page is narrow. */
export const narrowHeadWidth = 220;

/** Where something stands in the grid; -1 is the heading of its row or column. */
export interface Spot {
  down: number;
  across: number;
}

/** What the pointer is over, as seen from the corner of the grid that scrolls. */
export function spotAt(x: number, y: number, scrolled: { left: number; top: number }, beside: number): Spot {
  return {
    down: y < headHeight ? -1 : Math.floor((y + scrolled.top - headHeight) / rowHeight),
    across: x < beside ? -1 : Math.floor((x + scrolled.left - beside) / columnWidth),
  };
}

/** Where a key leads from a spot; null for a key that leads nowhere. */
export function moved(key: string, ctrl: boolean, { down, across }: Spot, counts: Spot, page: number): Spot | null {
  const last = { down: counts.down - 1, across: counts.across - 1 };
  const to: Record<string, Spot> = {
    ArrowDown: { down: down + 1, across },
    ArrowUp: { down: down - 1, across },
    ArrowRight: { down, across: across + 1 },
    ArrowLeft: { down, across: across - 1 },
    PageDown: { down: down + page, across },
    PageUp: { down: Math.max(0, down - page), across },
    Home: { down: ctrl ? 0 : down, across: ctrl ? 0 : -1 },
    End: { down: ctrl ? last.down : down, across: last.across },
  };
  const next = to[key];
  if (!next) return null;
  const held = {
    down: Math.min(Math.max(next.down, -1), last.down),
    across: Math.min(Math.max(next.across, -1), last.across),
  };
  // The corner between the headings names both and holds nothing.
  return held.down === -1 && held.across === -1 ? { down, across } : held;
}
