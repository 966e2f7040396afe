import { type Block, layOut, type Spot } from "./layout";
import type { Edge } from "./model";

/** What the page sends: a number to know the answer by, and all that layOut wants. */
export interface Wanted {
  turn: number;
  blocks: Block[];
  edges: Pick<Edge, "from" | "to">[];
  before: [string, Spot][];
}

/** What comes back. */
export interface Laid {
  turn: number;
  spots: [string, Spot][];
}

self.onmessage = ({ data }: MessageEvent<Wanted>) => {
  const spots = [...layOut(data.blocks, data.edges, new Map(data.before))];
  self.postMessage({ turn: data.turn, spots } satisfies Laid);
};
