import { useCallback, useEffect, useRef } from "react";
import { setParams, useParams } from "./address";
import { refold, useFolds } from "./useFolds";

/** The open branches of a tree as the address writes them; keys and ids hold no space. */
const written = (open: ReadonlySet<string>) => [...open].join(" ");

/**
 * Which branches of a tree are open: kept while the page lives, and written into the address, so that a link shows the tree as it
 * is, and Back as it was.
 */
export function useOpen(tree: string): [ReadonlySet<string>, (open: ReadonlySet<string>) => void] {
  const [open] = useFolds(tree);
  const { open: told } = useParams();
  const ours = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (told !== undefined && told !== ours.current) {
      ours.current = told;
      refold(tree, told.split(" ").filter(Boolean));
      return;
    }
    const now = written(open);
    if (now === (told ?? "")) return;
    ours.current = now;
    setParams({ open: now });
  }, [tree, open, told]);
  return [open, useCallback((next: ReadonlySet<string>) => refold(tree, next), [tree])];
}
