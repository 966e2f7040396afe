import { useEffect, useMemo, useState } from "react";
import { ask, RequestFailed } from "../../lib/client";
import type { Operation } from "../../lib/operation";
import { useAnswer } from "../../lib/useAnswer";
import {
  GraphAround,
  GraphChildren,
  GraphDefects,
  GraphExecutions,
  GraphLinks,
  GraphOfCase,
  GraphOfDefect,
  GraphOfExecution,
  GraphOfRequirement,
} from "./gen/operations";
import { absorb, type Branch, type Graph, nothing, type Part, type Thing } from "./model";
import type { Root } from "./root";

type Start = { project?: { start: Thing | null } | null; start?: (Thing & { __typename?: string }) | null };
type Question = Operation<Start, Record<string, unknown>>;

const starts: Record<Root["kind"], unknown> = {
  requirement: GraphOfRequirement,
  case: GraphOfCase,
  defect: GraphOfDefect,
  execution: GraphOfExecution,
};

const pages: Record<Branch, { text: string }> = {
  children: GraphChildren,
  traceLinks: GraphLinks,
  executions: GraphExecutions,
  defects: GraphDefects,
};

/** The one question behind a graph that begins at a root. */
export function questionOf(project: string, root: Root): { text: string; variables: Record<string, unknown> } {
  const { text } = starts[root.kind] as Question;
  const variables = root.kind === "execution" ? { project, id: root.key } : { project, key: root.key };
  return { text, variables };
}

async function read(text: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<Thing | null> {
  const { start } = await ask<Start>(text, variables, signal);
  return start && start.__typename !== "other" ? start : null;
}

/**
 * The graph from a root with the things in it that were opened. It is live: when the feed says that it changed, the root is asked
 * again as a whole and so is everything that was opened.
 */
export function useGraph(project: string, root: Root, open: readonly string[]) {
  const { variables } = questionOf(project, root);
  const asked = useAnswer(starts[root.kind] as Question, variables);
  const data = asked.state === "ready" ? asked.data : null;
  const start = data?.start ?? data?.project?.start ?? null;
  const [opened, setOpened] = useState<ReadonlyMap<string, Thing>>(new Map());
  const [further, setFurther] = useState<readonly Thing[]>([]);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const wanted = open.join(" ");

  useEffect(() => {
    if (!start) return;
    const leaving = new AbortController();
    for (const id of wanted.split(" ").filter(Boolean)) {
      setBusy((now) => new Set(now).add(id));
      read(GraphAround.text, { id }, leaving.signal)
        .then((thing) => thing && setOpened((now) => new Map(now).set(id, thing)))
        .catch((cause: unknown) => {
          if (!leaving.signal.aborted)
            setFailure(cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)));
        })
        .finally(() => setBusy((now) => new Set([...now].filter((one) => one !== id))));
    }
    return () => leaving.abort();
  }, [wanted, start]);

  const graph = useMemo<Graph>(() => {
    if (!start) return nothing;
    let all = absorb(nothing, start); // first, so that the root stands first
    for (const id of wanted.split(" ")) {
      const thing = opened.get(id);
      if (thing) all = absorb(all, thing);
    }
    for (const thing of further) all = absorb(all, thing);
    return absorb(all, start);
  }, [start, opened, further, wanted]);

  const more = async (part: Part) => {
    const name = `${part.of} ${part.branch}`;
    if (busy.has(name)) return;
    setBusy((now) => new Set(now).add(name));
    setFailure(null);
    try {
      const thing = await read(
        pages[part.branch].text,
        { id: part.of, after: part.after },
        new AbortController().signal,
      );
      if (thing) setFurther((now) => [...now, thing]);
    } catch (cause) {
      setFailure(cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)));
    }
    setBusy((now) => new Set([...now].filter((one) => one !== name)));
  };

  return { asked, found: start !== null, startId: start?.id ?? null, graph, busy, failure, more };
}
