import { describe, expect, it } from "vitest";
import { csvOf, svgOf } from "./exporting";
import { type Block, layOut, type Spot, size } from "./layout";
import { absorb, type Edge, nothing, type Thing } from "./model";
import { redAndShut, redPaths, stepFrom } from "./paths";
import { rootOf, rootText } from "./root";

const page = <T>(nodes: T[], total = nodes.length) => ({
  nodes,
  totalCount: total,
  pageInfo: { hasNextPage: total > nodes.length, endCursor: total > nodes.length ? "c1" : null },
});
const defect: Thing = { id: "d7", key: "D-7", title: "Limit ignored", status: "IN_PROGRESS" };
const run = (id: string, outcome: string, defects: Thing[] = []): Thing => ({
  id,
  outcome,
  build: { name: "b4" },
  environment: { key: "SIT" },
  defects: page(defects),
});
const testCase: Thing = {
  id: "c340",
  key: "C-340",
  title: "Refuse",
  lastStatus: "FAILED",
  executions: page([run("e3", "FAILED", [defect]), run("e1", "PASSED")], 9),
};
const requirement: Thing = {
  id: "r41",
  key: "R-41",
  title: "Transfers",
  coverage: { status: "FAILED" },
  parent: { id: "r4", key: "R-4", title: "Payments", coverage: { status: "FAILED" } },
  traceLinks: page([{ id: "l1", state: "SUSPECT", requirement: null, testCase }]),
};
requirement.traceLinks = page([
  {
    id: "l1",
    state: "SUSPECT",
    requirement: { id: "r41", key: "R-41", title: "Transfers", coverage: { status: "FAILED" } },
    testCase,
  },
]);
const graph = absorb(nothing, requirement);

describe("an answer becomes a graph", () => {
  it("with every thing once, its links with their state, and what is not shown counted", () => {
    expect([...graph.nodes.keys()].sort()).toEqual(["c340", "d7", "e1", "e3", "r4", "r41"]);
    expect(graph.edges.get("r41 c340")?.state).toBe("SUSPECT");
    expect(graph.edges.has("r4 r41")).toBe(true);
    expect(graph.parts.get("c340 executions")).toMatchObject({ shown: ["e3", "e1"], total: 9, after: "c1" });
  });

  it("that a further page makes larger and nothing smaller", () => {
    const further: Thing = { id: "c340", executions: page([run("e9", "BLOCKED")], 9) };
    const larger = absorb(graph, further);
    expect(larger.nodes.get("c340")).toEqual(graph.nodes.get("c340"));
    expect(larger.parts.get("c340 executions")?.shown).toEqual(["e3", "e1", "e9"]);
    expect(graph.nodes.has("e9"), "the earlier graph is left alone").toBe(false);
  });

  it("in which a newer word of a thing wins", () => {
    const now = absorb(graph, { ...testCase, lastStatus: "PASSED" });
    expect(now.nodes.get("c340")?.status).toBe("PASSED");
  });
});

describe("the layout", () => {
  const chance = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
  };
  const kinds = ["requirement", "case", "execution", "defect"] as const;

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "keeps blocks apart, in their lanes and in their order while the graph grows (seed %i)",
    (seed) => {
      const pick = chance(seed);
      const blocks: Block[] = [];
      const edges: Edge[] = [];
      let before = new Map<string, Spot>();
      for (let round = 0; round < 12; round++) {
        for (let i = 0; i < 1 + pick(12); i++) {
          const id = `n${blocks.length}`;
          const kind = kinds[pick(4)] ?? "case";
          if (blocks.length > 0) edges.push({ from: blocks[pick(blocks.length)]?.id ?? id, to: id });
          blocks.push({ id, kind });
        }
        const spots = layOut(blocks, edges, before);
        expect(spots.size).toBe(blocks.length);
        for (const kind of kinds) {
          const lane = blocks.filter((block) => block.kind === kind).map(({ id }) => spots.get(id) as Spot);
          expect(new Set(lane.map(({ x }) => x)).size).toBeLessThanOrEqual(1);
          const heights = lane.map(({ y }) => y).sort((a, b) => a - b);
          for (const [i, y] of heights.slice(1).entries())
            expect(y - (heights[i] ?? 0)).toBeGreaterThanOrEqual(size.height);
          const stood = blocks.filter((block) => block.kind === kind && before.has(block.id));
          const order = (of: Map<string, Spot>) =>
            [...stood].sort((a, b) => (of.get(a.id)?.y ?? 0) - (of.get(b.id)?.y ?? 0));
          expect(order(spots)).toEqual(order(before));
        }
        before = spots;
      }
    },
  );

  it("moves nothing when nothing is new", () => {
    const blocks = [...graph.nodes.values()];
    const edges = [...graph.edges.values()];
    const first = layOut(blocks, edges, new Map());
    expect(layOut(blocks, edges, first)).toEqual(first);
  });
});

describe("ways through the graph", () => {
  const spots = layOut([...graph.nodes.values()], [...graph.edges.values()], new Map());

  it("lead from the requirement above through case and failure to the defect", () => {
    expect(redPaths(graph, "r4")).toEqual([["r4", "r41", "c340", "e3", "d7"]]);
  });

  it("are looked for behind what is red and shut", () => {
    expect(redAndShut(graph, ["r4", "r41"])).toBe("c340");
    expect(redAndShut(graph, ["r4", "r41", "c340"])).toBeNull();
  });

  it("follow the arrows along the edges, and back along the branch one came by", () => {
    expect(stepFrom(graph, spots, "r41", "right", [])).toBe("c340");
    expect(stepFrom(graph, spots, "c340", "right", [])).toBe("e3");
    expect(stepFrom(graph, spots, "c340", "right", ["e1", "c340"])).toBe("e1");
    expect(stepFrom(graph, spots, "e3", "down", [])).toBe("e1");
    expect(stepFrom(graph, spots, "d7", "right", [])).toBeNull();
  });
});

describe("what is given away", () => {
  it("is a picture that holds every thing as text and nothing that could act", () => {
    const spots = layOut([...graph.nodes.values()], [...graph.edges.values()], new Map());
    const evil = absorb(graph, { ...defect, title: '<script>alert("x")</script>' });
    const svg = svgOf(evil, spots, { title: "R-41 & more", lanes: ["Requirements"], statusOf: () => "Failed" });
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(read.querySelector("parsererror")).toBeNull();
    expect(read.querySelector("script")).toBeNull();
    expect(read.documentElement.textContent).toContain("R-41 & more");
    expect(read.querySelectorAll("rect").length).toBe(graph.nodes.size + 1);
  });

  it("is a table in which nothing is a formula and every cell comes back", () => {
    expect(csvOf([["=1+1", 'say "x", y']])).toBe('\ufeff\'=1+1,"say ""x"", y"\r\n');
  });
});

it("an address names a root or none", () => {
  expect(rootOf(rootText({ kind: "case", key: "C:1" }))).toEqual({ kind: "case", key: "C:1" });
  for (const text of [undefined, "", "R-1", "user:1", "case:"]) expect(rootOf(text)).toBeNull();
});
