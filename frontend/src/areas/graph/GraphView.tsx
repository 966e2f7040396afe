import { useEffect, useMemo, useState } from "react";
import { type Params, setParams } from "../../lib/address";
import { useKeys } from "../../lib/keys";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Failure } from "../../parts/Failure";
import { QueryButton } from "../../parts/QueryButton";
import { Notice } from "../../ui/Notice";
import { Export } from "./Export";
import { GraphCanvas } from "./GraphCanvas";
import { GraphList } from "./GraphList";
import { Legend } from "./Legend";
import type { Graph } from "./model";
import { redAndShut, redPaths } from "./paths";
import type { Root } from "./root";
import { questionOf, useGraph } from "./useGraph";
import { useLayout } from "./useLayout";

/** How many nodes may be shown: more is a hairball that answers nothing. */
export const most = 500;

/** How many red things are opened at most in search of a red path. */
const deepest = 12;

/** The neighbourhood of one thing as a picture or as a list. What is opened stands in the address. */
export function GraphView({ project, root, params }: { project: string; root: Root; params: Params }) {
  const { say } = useWords();
  const open = useMemo(() => (params.open ?? "").split(",").filter(Boolean), [params.open]);
  const { asked, found, startId, graph, busy, failure, more } = useGraph(project, root, open);
  const isList = params.as === "list";
  const paths = useMemo(() => redPaths(graph, startId ?? ""), [graph, startId]);
  const at = Math.min(Number(params.path ?? 0) || 0, paths.length);
  const path = useMemo(() => paths[at - 1] ?? [], [paths, at]);
  const blocks = useMemo(() => [...graph.nodes.values()], [graph]);
  const edges = useMemo(() => [...graph.edges.values()], [graph]);
  const spots = useLayout(blocks, edges);
  const [noPath, setNoPath] = useState(false);
  const name = graph.nodes.get(startId ?? "")?.key ?? root.key;
  const title = `${name} · ${say("graph.title")}`;
  useEffect(() => nameHere(title), [title]);

  const isFull = graph.nodes.size >= most;
  const toggle = (id: string) => {
    const next = open.includes(id) ? open.filter((one) => one !== id) : isFull ? open : [...open, id];
    setParams({ open: next.join(",") });
  };
  const [seeking, setSeeking] = useState(0);
  const follow = (next: number) => {
    setNoPath(false);
    setParams({ path: next > 0 ? String(next) : "" });
    return true;
  };
  const nextPath = () => {
    if (paths.length > 0) return follow(at === 0 ? 1 : (at % paths.length) + 1);
    setSeeking(deepest);
    return true;
  };
  // What is red and shut is opened, one after the other, until a way to something that failed is seen.
  const shut = redAndShut(graph, [...open, startId ?? ""]);
  const isReading = busy.size > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes on when an answer came, not when the page is drawn again.
  useEffect(() => {
    if (seeking === 0 || isReading) return;
    if (paths.length > 0) {
      setSeeking(0);
      follow(1);
    } else if (shut && !isFull) {
      setSeeking(seeking - 1);
      toggle(shut);
    } else {
      setSeeking(0);
      setNoPath(true);
    }
  }, [seeking, isReading, graph]);
  useKeys(["p"], "graph.keys.path", () => (at > 0 ? follow(0) : nextPath()));
  useKeys(["P"], "graph.keys.nextPath", nextPath);
  const swap = () => {
    setParams({ as: isList ? "" : "list" });
    return true;
  };
  useKeys(["l"], "graph.keys.list", swap);

  const question = questionOf(project, root);
  const seq =
    asked.state === "ready" ? String((asked.data as { snapshot?: { seq?: unknown } }).snapshot?.seq ?? "") : "";
  const total = totalOf(graph);
  return (
    <section className="graph" aria-labelledby="graph-title">
      <header className="graph-bar">
        <h1 id="graph-title" data-arrive tabIndex={-1}>
          {title}
        </h1>
        <span className="quiet">{say("graph.shown", { shown: graph.nodes.size, total })}</span>
        <span className="graph-space" />
        <button type="button" className="button" aria-pressed={at > 0} onClick={() => nextPath()}>
          {at > 0 ? say("graph.path.of", { at, count: paths.length }) : say("graph.path")}
        </button>
        <button type="button" className="button" aria-pressed={isList} onClick={swap}>
          {say(isList ? "graph.canvas" : "graph.list")}
        </button>
        <Export
          name={`${project}-${name}`}
          graph={graph}
          spots={spots}
          title={say("graph.asOf", { key: name, seq, shown: graph.nodes.size, total })}
        />
        <QueryButton text={question.text} variables={question.variables} />
      </header>
      <p className="graph-said" role="status">
        {isFull
          ? say("graph.full", { count: graph.nodes.size })
          : noPath && paths.length === 0
            ? say("graph.path.none")
            : ""}
      </p>
      {failure && (
        <Failure what="graph.failed" failure={failure} retry={() => setParams({ open: params.open ?? "" })} />
      )}
      <Answered asked={asked} loading="graph.loading" failed="graph.failed">
        {() => {
          if (!found) return <Notice title={say("graph.missing", { key: root.key })} error />;
          const shared = { project, graph, busy, toggle, open: new Set(open) };
          if (isList) return <GraphList {...shared} />;
          return (
            <GraphCanvas
              {...shared}
              start={startId ?? ""}
              name={name}
              edges={edges}
              spots={spots}
              path={path}
              more={more}
            />
          );
        }}
      </Answered>
      {!isList && <Legend />}
    </section>
  );
}

/** How many things are known of: those shown and those that the lists of the shown ones hold beside them. */
export function totalOf(graph: Graph): number {
  let hidden = 0;
  for (const { total, shown } of graph.parts.values()) hidden += Math.max(0, total - shown.length);
  return graph.nodes.size + hidden;
}
