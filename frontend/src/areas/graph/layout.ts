import { type Edge, type Kind, lanes } from "./model";

/** What a layout needs to know of a node. */
export interface Block {
  id: string;
  kind: Kind;
}

/** Where a block stands: its upper left corner. */
export interface Spot {
  x: number;
  y: number;
}

/** Sizes in pixels at full zoom. */
export const size = { width: 216, height: 44, gap: 12, lane: 300 };

/**
 * Puts blocks into lanes by their kind. What stood before keeps its order and, unless somebody must make room, its place; what
 * is new stands beside what it hangs on. So the picture grows and is never shuffled.
 */
export function layOut(
  blocks: readonly Block[],
  edges: readonly Pick<Edge, "from" | "to">[],
  before: ReadonlyMap<string, Spot>,
): Map<string, Spot> {
  const near = new Map<string, string[]>();
  const knows = (a: string, b: string) => {
    const list = near.get(a);
    if (list) list.push(b);
    else near.set(a, [b]);
  };
  for (const { from, to } of edges) {
    knows(from, to);
    knows(to, from);
  }
  const wish = wishes(blocks, near, before);
  const found = new Map<string, Spot>();
  lanes.forEach((lane, column) => {
    const here = blocks
      .filter(({ kind }) => kind === lane)
      .map(({ id }, place) => ({ id, place, y: wish.get(id) ?? 0 }));
    // Of two that wish for the same place the one that stood before goes first, then the one that was read first.
    here.sort((a, b) => a.y - b.y || Number(before.has(b.id)) - Number(before.has(a.id)) || a.place - b.place);
    let free = Number.NEGATIVE_INFINITY;
    for (const { id, y } of here) {
      const top = Math.max(free, y);
      found.set(id, { x: column * size.lane, y: top });
      free = top + size.height + size.gap;
    }
  });
  return found;
}

/** Where blocks would like to stand: where they stood, or level with the middle of those neighbours that have a wish already. */
function wishes(
  blocks: readonly Block[],
  near: Map<string, string[]>,
  before: ReadonlyMap<string, Spot>,
): Map<string, number> {
  const wish = new Map<string, number>();
  for (const { id } of blocks) {
    const stood = before.get(id);
    if (stood) wish.set(id, stood.y);
  }
  const [first] = blocks;
  if (wish.size === 0 && first) wish.set(first.id, 0);
  const known = new Map(blocks.map(({ id, kind }) => [id, kind]));
  // Wave by wave from what has a place: each newcomer hangs beside those that led to it.
  let wave = [...wish.keys()];
  while (wave.length > 0) {
    const next = new Map<string, number[]>();
    for (const id of wave) {
      const siblings = new Map<Kind, number>();
      for (const other of near.get(id) ?? []) {
        const kind = known.get(other);
        if (wish.has(other) || !kind) continue;
        const place = siblings.get(kind) ?? 0;
        siblings.set(kind, place + 1);
        const heights = next.get(other) ?? [];
        heights.push((wish.get(id) ?? 0) + place * (size.height + size.gap));
        next.set(other, heights);
      }
    }
    for (const [id, heights] of next) wish.set(id, heights.reduce((sum, y) => sum + y, 0) / heights.length);
    wave = [...next.keys()];
  }
  return wish;
}
