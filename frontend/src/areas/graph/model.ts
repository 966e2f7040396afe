import type { Page } from "../../lib/usePages";

/** The lanes, from what is wanted on the left to what broke on the right. */
export const lanes = ["requirement", "case", "execution", "defect"] as const;
/** What a node is. */
export type Kind = (typeof lanes)[number];

/** One thing of the graph. */
export interface Node {
  id: string;
  kind: Kind;
  /** Its key; an execution has none and goes by its build. */
  key: string;
  title: string;
  /** Word of the API: coverage of a requirement, last status of a case, outcome of an execution, status of a defect. */
  status: string;
}

/** Two things that know each other; from is the one further left, or the one above. */
export interface Edge {
  from: string;
  to: string;
  /** State of the link, where it is one that can be in doubt: VALID, SUSPECT or ORPHANED. */
  state?: string;
}

/** Lists of a thing that the graph can show more of. */
export const branches = ["children", "traceLinks", "executions", "defects"] as const;
/** One of these lists. */
export type Branch = (typeof branches)[number];

/** How much of a list is in the graph. */
export interface Part {
  of: string;
  branch: Branch;
  shown: readonly string[];
  total: number;
  /** Where the next page begins; null when all is there. */
  after: string | null;
}

/** Everything that was read so far. It is never changed, only replaced. */
export interface Graph {
  nodes: ReadonlyMap<string, Node>;
  edges: ReadonlyMap<string, Edge>;
  parts: ReadonlyMap<string, Part>;
}

/** A graph of nothing. */
export const nothing: Graph = { nodes: new Map(), edges: new Map(), parts: new Map() };

/** A thing as any of the graph's questions answers it: with the lists that were asked for. */
export interface Thing {
  id: string;
  key?: string;
  title?: string;
  coverage?: { status: string };
  lastStatus?: string;
  outcome?: string;
  status?: string;
  build?: { name: string } | null;
  environment?: { key: string } | null;
  parent?: Thing | null;
  testCase?: Thing | null;
  children?: Page<Thing>;
  traceLinks?: Page<{ id: string; state: string; requirement: Thing | null; testCase: Thing | null }>;
  executions?: Page<Thing>;
  defects?: Page<Thing>;
}

function nodeOf(thing: Thing): Node {
  const { id, key = "", title = "" } = thing;
  if (thing.coverage) return { id, kind: "requirement", key, title, status: thing.coverage.status };
  if (thing.lastStatus !== undefined) return { id, kind: "case", key, title, status: thing.lastStatus };
  if (thing.outcome === undefined) return { id, kind: "defect", key, title, status: thing.status ?? "" };
  return {
    id,
    kind: "execution",
    key: thing.build?.name ?? "",
    title: thing.environment?.key ?? "",
    status: thing.outcome,
  };
}

/** The name of a list of a thing. */
export function partName(of: string, branch: Branch): string {
  return `${of} ${branch}`;
}

/** Adds what an answer tells of a thing and of all that it names; what is newer wins. */
export function absorb(graph: Graph, thing: Thing): Graph {
  const nodes = new Map(graph.nodes);
  const edges = new Map(graph.edges);
  const parts = new Map(graph.parts);
  const join = (from: string, to: string, state?: string) => {
    if (from !== to) edges.set(`${from} ${to}`, state === undefined ? { from, to } : { from, to, state });
  };
  const list = (of: string, branch: Branch, page: Page<unknown>, ids: string[]) => {
    const name = partName(of, branch);
    const known = parts.get(name);
    const shown = [...new Set([...(known?.shown ?? []), ...ids])];
    const isLater =
      known !== undefined && known.shown.length > ids.length && ids.every((id) => known.shown.includes(id));
    const after = isLater ? known.after : page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    parts.set(name, { of, branch, shown, total: Math.max(page.totalCount, shown.length), after });
  };
  const take = (one: Thing): string => {
    const { id } = one;
    // A page of a list names its owner by id alone.
    if (one.key !== undefined || one.outcome !== undefined || !nodes.has(id)) nodes.set(id, nodeOf(one));
    if (one.parent) join(take(one.parent), id);
    if (one.testCase) join(take(one.testCase), id);
    if (one.children) {
      list(id, "children", one.children, one.children.nodes.map(take));
      for (const child of one.children.nodes) join(id, child.id);
    }
    if (one.traceLinks) {
      const far: string[] = [];
      for (const link of one.traceLinks.nodes) {
        // The end that one came from need not be told again.
        const mine = nodes.get(id)?.kind;
        const left = link.requirement ? take(link.requirement) : mine === "requirement" ? id : null;
        const right = link.testCase ? take(link.testCase) : mine === "case" ? id : null;
        if (left && right) join(left, right, link.state);
        const other = left === id ? right : left;
        if (other) far.push(other);
      }
      list(id, "traceLinks", one.traceLinks, far);
    }
    if (one.executions) {
      list(id, "executions", one.executions, one.executions.nodes.map(take));
      const isCase = nodes.get(id)?.kind === "case";
      for (const run of one.executions.nodes) isCase ? join(id, run.id) : join(run.id, id);
    }
    if (one.defects) {
      list(id, "defects", one.defects, one.defects.nodes.map(take));
      for (const flaw of one.defects.nodes) join(id, flaw.id);
    }
    return id;
  };
  take(thing);
  return { nodes, edges, parts };
}

/** The things at the other end of the edges of one. */
export function neighbours(graph: Pick<Graph, "edges">, id: string): string[] {
  const found: string[] = [];
  for (const { from, to } of graph.edges.values()) {
    if (from === id) found.push(to);
    else if (to === id) found.push(from);
  }
  return found;
}
