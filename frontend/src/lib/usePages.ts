import { useCallback, useRef, useState } from "react";
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

interface Further {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Pages opened earlier, so that Back finds a list as long as it was left. */
const opened = new Map<string, Further>();

/** Forgets how far lists were opened. */
export function forgetPages(): void {
  opened.clear();
}

/** Continues a list after its first page, which came with the page around it. */
export function usePages<Data, Variables extends Record<string, unknown>, Node>(
  operation: Operation<Data, Variables>,
  variables: Omit<Variables, "after">,
  start: Page<Node>,
  pick: (data: Data) => Page<Node> | null | undefined,
): Pages<Node> {
  const list = JSON.stringify([operation.text, variables]);
  const [, redraw] = useState(0);
  const asking = useRef<string | null>(null);
  const [failed, setFailed] = useState<{ list: string; failure: RequestFailed } | null>(null);
  const further = opened.get(list);
  const { hasNextPage, endCursor } = further?.pageInfo ?? start.pageInfo;

  const more = useCallback(() => {
    if (asking.current === list) return;
    asking.current = list;
    setFailed(null);
    redraw((n) => n + 1);
    ask<Data>(operation.text, { ...variables, after: endCursor })
      .then((data) => {
        const page = pick(data);
        if (!page) return;
        const before = opened.get(list)?.nodes ?? [];
        opened.set(list, { nodes: [...before, ...page.nodes], pageInfo: page.pageInfo });
      })
      .catch((cause: unknown) => {
        setFailed({ list, failure: cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)) });
      })
      .finally(() => {
        asking.current = null;
        redraw((n) => n + 1);
      });
  }, [list, operation.text, variables, endCursor, pick]);

  return {
    nodes: [...start.nodes, ...((further?.nodes ?? []) as Node[])],
    total: start.totalCount,
    more: hasNextPage ? more : null,
    busy: asking.current === list,
    failure: failed?.list === list ? failed.failure : null,
  };
}
