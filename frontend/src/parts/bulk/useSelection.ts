import { useCallback, useEffect, useState } from "react";
import type { Source } from "../../lib/levels";
import { page } from "../../lib/run";
import { topLevel } from "../../lib/useRows";

/** How many things the server changes at once. */
export const most = 1000;

/** The rows that somebody chose in a list, kept while one scrolls, filter and order staying as they are. */
export interface Selection<Node> {
  chosen: ReadonlyMap<string, Node>;
  busy: boolean;
  toggle: (node: Node) => void;
  add: (...nodes: readonly (Node | undefined)[]) => void;
  clear: () => void;
  /** Chooses all that match, as many as can be changed at once; false when they could not be read. */
  all: () => Promise<boolean>;
}

/** A selection over the list of one question; another question begins with nothing chosen. */
export function useSelection<Node>(question: string, source: Source<Node>): Selection<Node> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Node>>(new Map());
  const [busy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what makes the selection void.
  useEffect(() => setChosen(new Map()), [question]);
  const toggle = useCallback(
    (node: Node) =>
      setChosen((now) => {
        const next = new Map(now);
        if (!next.delete(source.id(node))) next.set(source.id(node), node);
        return next;
      }),
    [source],
  );
  const add = useCallback(
    (...nodes: readonly (Node | undefined)[]) =>
      setChosen((now) => {
        const next = new Map(now);
        for (const node of nodes) if (node) next.set(source.id(node), node);
        return next;
      }),
    [source],
  );
  const all = async () => {
    setBusy(true);
    const next = new Map<string, Node>();
    try {
      let after: string | undefined;
      while (next.size < most) {
        const part = after ? { first: page, after } : { first: page };
        const slice = await source.read(topLevel, part, new AbortController().signal);
        if (!slice) break;
        for (const node of slice.nodes) if (next.size < most) next.set(source.id(node), node);
        if (!slice.pageInfo.hasNextPage || !slice.pageInfo.endCursor) break;
        after = slice.pageInfo.endCursor;
      }
      setChosen(next);
      return true;
    } catch {
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { chosen, busy, toggle, add, clear: useCallback(() => setChosen(new Map()), []), all };
}
