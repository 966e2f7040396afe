import { useRef } from "react";
import { useWords } from "../../lib/words";
import { csvOf, hand, pngOf, svgOf } from "./exporting";
import { inLanes } from "./GraphList";
import type { Spot } from "./layout";
import { type Graph, lanes, neighbours } from "./model";
import { statusKind } from "./NodeBox";

/** Gives the graph away as a picture or as a list. The picture says what it shows and as of which change. */
export function Export(props: { name: string; graph: Graph; spots: ReadonlyMap<string, Spot>; title: string }) {
  const { say, wordFor } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const { graph, spots, title, name } = props;
  const statusOf = (id: string) => {
    const node = graph.nodes.get(id);
    return node ? wordFor(statusKind[node.kind], node.status) : "";
  };
  const svg = () => svgOf(graph, spots, { title, lanes: lanes.map((lane) => say(`graph.${lane}`)), statusOf });
  const list = () => {
    const head = [
      say("graph.kind.requirement"),
      say("column.key"),
      say("column.title"),
      say("graph.status"),
      say("graph.relations"),
    ];
    head[0] = "kind";
    const rows = inLanes(graph).map((node) => [
      say(`graph.kind.${node.kind}`),
      node.key,
      node.title,
      statusOf(node.id),
      neighbours(graph, node.id)
        .map((id) => graph.nodes.get(id)?.key)
        .join(" "),
    ]);
    return csvOf([head, ...rows]);
  };
  const give = (act: () => void | Promise<void>) => () => {
    menu.current?.removeAttribute("open");
    void act();
  };
  return (
    <details ref={menu} className="graph-export">
      <summary className="button">{say("graph.export")}</summary>
      <div>
        <button type="button" onClick={give(() => hand(`${name}.svg`, new Blob([svg()], { type: "image/svg+xml" })))}>
          {say("graph.export.svg")}
        </button>
        <button type="button" onClick={give(async () => hand(`${name}.png`, await pngOf(svg())))}>
          {say("graph.export.png")}
        </button>
        <button type="button" onClick={give(() => hand(`${name}.csv`, new Blob([list()], { type: "text/csv" })))}>
          {say("graph.export.csv")}
        </button>
      </div>
    </details>
  );
}
