import { useCallback, useEffect, useRef, useState } from "react";
import { ask, RequestFailed } from "./client";
import type { Operation } from "./operation";

/** One page of a list as every connection answers it. */
export interface Page<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Node[];
}

/** A list that grows page by page, and how to let it grow. */
export interface Pages<Node> {
  nodes: Node[];
  total: number;
  /** Asks for the next page; null when everything is shown. */
  more: (() => void) | null;
  busy: boolean;
  failure: RequestFailed | null;
}

/** The pages after the first one, and the first page that they continue. */
interface Further {
  start: Page<unknown>;
  nodes: unknown[];
  pageInfo: Page<unknown>["pageInfo"];
  pages: number;
}

/** Pages opened earlier, so that Back finds a list as long as it was left. */
const opened = new Map<string, Further>();

/** Forgets how far lists were opened. */
export function forgetPages(): void {
  opened.clear();
}

/**
 * Continues a list after its first page, which came with the page around it. When the first page came anew, the ones opened after
 * it are read anew as well, since rows move from page to page; until then the list stands as it was, without a hole or a double.
 */
export function usePages<Data, Variables extends Record<string, unknown>, Node>(
  operation: Operation<Data, Variables>,
  variables: Omit<Variables, "after">,
  start: Page<Node>,
  pick: (data: Data) => Page<Node> | null | undefined,
): Pages<Node> {
  const list = JSON.stringify([operation.text, variables]);
  const [, redraw] = useState(0);
  const asking = useRef<AbortController | null>(null);
  /** How many pages after the first one a person waits for; none when nobody does. */
  const wanted = useRef(0);
  const [failed, setFailed] = useState<{ list: string; failure: RequestFailed } | null>(null);
  const latest = useRef(pick);
  useEffect(() => {
    latest.current = pick;
  });

  /** Reads as many pages after the first one as are wanted, and shows them when all are there. */
  const read = useCallback(
    (pages: number, known: Further) => {
      asking.current?.abort();
      const now = new AbortController();
      asking.current = now;
      const [text, given] = JSON.parse(list) as [string, Record<string, unknown>];
      const reading = async () => {
        let further = known;
        while (further.pages < pages && further.pageInfo.hasNextPage) {
          const data = await ask<Data>(text, { ...given, after: further.pageInfo.endCursor }, now.signal);
          const page = latest.current(data);
          if (!page) break;
          const nodes = [...further.nodes, ...page.nodes];
          further = { start: further.start, nodes, pageInfo: page.pageInfo, pages: further.pages + 1 };
        }
        return further;
      };
      return reading()
        .then(
          (further) => {
            if (now.signal.aborted) return;
            opened.set(list, further);
            setFailed(null);
          },
          (cause: unknown) => {
            if (now.signal.aborted) return;
            setFailed({ list, failure: cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)) });
          },
        )
        .finally(() => {
          if (now.signal.aborted) return;
          asking.current = null;
          wanted.current = 0;
          redraw((n) => n + 1);
        });
    },
    [list],
  );

  const found = opened.get(list);
  const isOld = found !== undefined && found.start !== start;
  useEffect(() => {
    if (isOld) void read(Math.max(opened.get(list)?.pages ?? 0, wanted.current), first(start));
  }, [isOld, read, list, start]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is under way for one list is nothing to another.
  useEffect(() => {
    return () => {
      asking.current?.abort();
      wanted.current = 0;
    };
  }, [list]);

  const shown = found ?? first(start);
  const more = useCallback(() => {
    if (wanted.current > 0) return;
    const from = opened.get(list);
    wanted.current = (from?.pages ?? 0) + 1;
    setFailed(null);
    redraw((n) => n + 1);
    void read(wanted.current, from?.start === start ? from : first(start));
  }, [list, start, read]);

  const failure = failed?.list === list ? failed.failure : null;
  return {
    nodes: [...(shown.start.nodes as Node[]), ...(shown.nodes as Node[])],
    total: shown.start.totalCount,
    more: shown.pageInfo.hasNextPage || failure ? more : null,
    busy: wanted.current > 0,
    failure,
  };
}

function first(start: Page<unknown>): Further {
  return { start, nodes: [], pageInfo: start.pageInfo, pages: 0 };
}
