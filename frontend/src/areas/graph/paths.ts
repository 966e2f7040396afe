import type { Graph } from "./model";
import { lanes, neighbours } from "./model";

const red = new Set(["FAILED", "ERROR"]);
const open = new Set(["NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "REOPENED", "DEFERRED"]);

/** The requirements from one down to another, by those above each other; the other alone when they do not hang together. */
function down(graph: Graph, from: string, to: string): string[] {
  const above = new Map<string, string>([[from, ""]]);
  for (const id of above.keys()) {
    if (id === to) break;
    for (const edge of graph.edges.values()) {
      const isBelow = edge.from === id && graph.nodes.get(edge.to)?.kind === "requirement";
      if (isBelow && !above.has(edge.to)) above.set(edge.to, id);
    }
  }
  const way = [to];
  for (let at = above.get(to); at; at = above.get(at)) way.unshift(at);
  return way;
}

/** A red thing that was not opened yet: behind it a red path may begin. */
export function redAndShut(graph: Graph, open: readonly string[]): string | null {
  for (const { id, kind, status } of graph.nodes.values()) {
    if ((kind === "requirement" || kind === "case") && red.has(status) && !open.includes(id)) return id;
  }
  return null;
}

/**
 * Every way from a requirement through a test case to an execution that failed, and on to its defect where there is one that is
 * still open. A requirement below the one that the graph began at is reached through those between.
 */
export function redPaths(graph: Graph, start = ""): string[][] {
  const found: string[][] = [];
  for (const run of graph.nodes.values()) {
    if (run.kind !== "execution" || !red.has(run.status)) continue;
    const beside = neighbours(graph, run.id).map((id) => graph.nodes.get(id));
    const flaws = beside.filter((node) => node?.kind === "defect" && open.has(node.status));
    for (const test of beside.filter((node) => node?.kind === "case")) {
      if (!test) continue;
      const wanted = neighbours(graph, test.id).filter((id) => graph.nodes.get(id)?.kind === "requirement");
      const ends = flaws.length > 0 ? flaws.map((flaw) => [flaw?.id ?? ""]) : [[]];
      for (const end of ends)
        for (const from of wanted.length > 0 ? wanted : [null]) {
          found.push([...(from ? down(graph, start, from) : []), test.id, run.id, ...end]);
        }
    }
  }
  return found;
}

/** Where a step by an arrow leads: to the neighbour in the next lane that stands nearest, or to the next in the same lane. */
export function stepFrom(
  graph: Graph,
  spots: ReadonlyMap<string, { x: number; y: number }>,
  from: string,
  arrow: "left" | "right" | "up" | "down",
  came: readonly string[],
): string | null {
  const here = graph.nodes.get(from);
  const spot = spots.get(from);
  if (!here || !spot) return null;
  const height = (id: string) => spots.get(id)?.y ?? 0;
  if (arrow === "up" || arrow === "down") {
    const lane = [...graph.nodes.values()]
      .filter(({ kind, id }) => kind === here.kind && spots.has(id))
      .map(({ id }) => id);
    lane.sort((a, b) => height(a) - height(b));
    return lane[lane.indexOf(from) + (arrow === "down" ? 1 : -1)] ?? null;
  }
  const side = arrow === "right" ? 1 : -1;
  const column = lanes.indexOf(here.kind);
  const there = neighbours(graph, from).filter((id) => {
    const other = graph.nodes.get(id);
    return other && spots.has(id) && Math.sign(lanes.indexOf(other.kind) - column) === side;
  });
  // The branch one came along is taken again before the nearest one.
  const again = came.findLast((id) => there.includes(id));
  if (again) return again;
  there.sort((a, b) => Math.abs(height(a) - spot.y) - Math.abs(height(b) - spot.y));
  return there[0] ?? null;
}
