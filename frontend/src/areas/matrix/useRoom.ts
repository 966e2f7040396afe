import { useSyncExternalStore } from "react";

const room = "(min-width: 800px)";

/** True when a grid has room; where nobody can tell, it has. */
export function useRoom(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia?.(room);
      query?.addEventListener("change", changed);
      return () => query?.removeEventListener("change", changed);
    },
    () => window.matchMedia?.(room).matches ?? true,
  );
}
