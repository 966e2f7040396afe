import { type RefObject, useLayoutEffect } from "react";
import { columnWidth, rowHeight } from "./sizes";
import { stay } from "./useMatrix";

/** How long somebody has to rest before the address says where, in milliseconds. */
const rest = 400;

/** Says in the address where somebody came to rest. */
export function useRest(place: RefObject<HTMLDivElement | null>, turned: boolean): void {
  useLayoutEffect(() => {
    const grid = place.current;
    if (!grid) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const [down, over] = [Math.round(grid.scrollTop / rowHeight), Math.round(grid.scrollLeft / columnWidth)];
        stay(turned ? { row: over, column: down } : { row: down, column: over });
      }, rest);
    };
    grid.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      grid.removeEventListener("scroll", scrolled);
    };
  }, [place, turned]);
}
