import { useSyncExternalStore } from "react";

const wide = "(min-width: 1100px)";

/** True when list and detail have room beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia?.(wide);
      query?.addEventListener("change", changed);
      return () => query?.removeEventListener("change", changed);
    },
    () => window.matchMedia?.(wide).matches ?? false,
  );
}
