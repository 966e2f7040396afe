/** A page of a list as every connection answers it, with the cursors of both its ends. */
export interface Slice<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null; startCursor: string | null };
  nodes: Node[];
}

/** Which part of a list is asked for: the first after a place, or the last before one. */
export type Part = { first: number; after?: string } | { last: number; before?: string };

/** A page that was read. */
interface Leaf<Node> {
  nodes: readonly Node[];
  start: string | null;
  end: string | null;
  /** The change after which it was read; one older than the last change may be out of date. */
  epoch: number;
}

/**
 * One list as far as it was read: without a hole from its beginning, and without a hole from its end. Between the two nobody has
 * looked yet.
 */
export interface Run<Node> {
  total: number;
  head: readonly Leaf<Node>[];
  /** The pages at the end, the last one first. */
  tail: readonly Leaf<Node>[];
  /** The rows of either side, in their order. */
  first: readonly Node[];
  last: readonly Node[];
}

/** How many rows are read at once: as many as the server gives. */
export const page = 200;

function runOf<Node>(total: number, head: readonly Leaf<Node>[], tail: readonly Leaf<Node>[]): Run<Node> {
  const first = head.flatMap(({ nodes }) => nodes);
  const last = tail.toReversed().flatMap(({ nodes }) => nodes);
  return { total: Math.max(total, first.length), head, tail, first, last };
}

function leafOf<Node>({ nodes, pageInfo }: Slice<Node>, epoch: number): Leaf<Node> {
  return { nodes, start: pageInfo.startCursor, end: pageInfo.endCursor, epoch };
}

/** A list of which the first page is known. */
export function start<Node>(slice: Slice<Node>, epoch: number): Run<Node> {
  return runOf(slice.totalCount, [leafOf(slice, epoch)], []);
}

/** The row at a place; nothing while it was not read. */
export function rowAt<Node>({ total, first, last }: Run<Node>, at: number): Node | undefined {
  return at < first.length ? first[at] : last[at - (total - last.length)];
}

/** The pages that a stretch of the list meets. */
export function meets<Node>({ total, head, tail }: Run<Node>, from: number, to: number): Leaf<Node>[] {
  const found: Leaf<Node>[] = [];
  let at = 0;
  for (const leaf of head) {
    if (at <= to && at + leaf.nodes.length > from) found.push(leaf);
    at += leaf.nodes.length;
  }
  let end = total;
  for (const leaf of tail) {
    const begin = end - leaf.nodes.length;
    if (begin <= to && end > Math.max(from, at)) found.push(leaf);
    end = begin;
  }
  return found;
}

/** What to read so that a stretch comes nearer to being known; nothing when it is. */
export function grow<Node>({ total, head, tail, first, last }: Run<Node>, from: number, to: number): Part | null {
  const begin = first.length;
  const end = total - last.length;
  if (begin >= end || to < begin || from >= end) return null;
  if (Math.max(from, begin) - begin <= end - Math.min(to + 1, end)) {
    const after = head.at(-1)?.end;
    return after ? { first: page, after } : { first: page };
  }
  const before = tail.at(-1)?.start;
  return before ? { last: page, before } : { last: page };
}

/** Puts pages that were read anew in the place of the old ones, the first of them at `at`. */
export function renew<Node>(
  run: Run<Node>,
  slices: readonly Slice<Node>[],
  epoch: number,
  id: (node: Node) => string,
  at = 0,
): Run<Node> {
  const leaves = slices.map((slice) => leafOf(slice, epoch));
  const now = slices.at(-1);
  if (!now) return run;
  if (!now.pageInfo.hasNextPage) return runOf(now.totalCount, [...run.head.slice(0, at), ...leaves], []);
  const shown = new Set(leaves.flatMap(({ nodes }) => nodes.map(id)));
  const rest = run.head
    .slice(at + leaves.length)
    .map((leaf) => ({ ...leaf, nodes: leaf.nodes.filter((node) => !shown.has(id(node))) }));
  return runOf(now.totalCount, [...run.head.slice(0, at), ...leaves, ...rest], run.tail);
}

interface Reading<Node> {
  ask: (part: Part) => Promise<Slice<Node> | null | undefined>;
  epoch: number;
  /** The first page as it is now, when somebody else has read it already. */
  fresh: Slice<Node> | undefined;
  id: (node: Node) => string;
}

/** Reads what a stretch needs: what is out of date all at once, else one page more. */
export async function readRun<Node>(
  run: Run<Node> | undefined,
  [from, to]: readonly [number, number],
  { ask, epoch, fresh, id }: Reading<Node>,
): Promise<Run<Node> | null> {
  if (!run) {
    const slice = await ask({ first: page });
    return slice ? start(slice, epoch) : null;
  }
  const old = meets(run, from, to).filter((leaf) => leaf.epoch < epoch);
  const begin = run.head.findIndex((leaf) => old.includes(leaf));
  if (begin >= 0)
    return readHead(
      run,
      begin,
      run.head.findLastIndex((leaf) => old.includes(leaf)),
      { ask, epoch, fresh, id },
    );
  const ends = run.tail.findLastIndex((leaf) => old.includes(leaf));
  if (ends >= 0) return readTail(run, ends, { ask, epoch, fresh, id });
  const part = grow(run, from, to);
  const slice = part && (await ask(part));
  if (!slice) return null;
  const leaf = leafOf(slice, epoch);
  if ("last" in part) return runOf(slice.totalCount, run.head, [...run.tail, leaf]);
  const tail = slice.pageInfo.hasNextPage ? run.tail : [];
  return runOf(slice.totalCount, [...run.head, leaf], tail);
}

async function readHead<Node>(run: Run<Node>, begin: number, end: number, reading: Reading<Node>) {
  const { ask, epoch, fresh, id } = reading;
  // The pages before the stretch that is in view end where they ended, but the first one is known anew.
  const slices: Slice<Node>[] = [];
  if (fresh && begin <= 1) slices.push(fresh);
  const at = slices.length > 0 ? 0 : begin;
  while (at + slices.length <= end) {
    const after = slices.at(-1)?.pageInfo.endCursor ?? run.head[at - 1]?.end;
    const slice = await ask(after ? { first: page, after } : { first: page });
    if (!slice) return null;
    slices.push(slice);
    if (!slice.pageInfo.hasNextPage) break;
  }
  const renewed = renew(run, slices, epoch, id, at);
  return fresh && at > 0 ? renew(renewed, [fresh], epoch, id) : renewed;
}

async function readTail<Node>(run: Run<Node>, end: number, { ask, epoch, fresh, id }: Reading<Node>) {
  const leaves: Leaf<Node>[] = [];
  let total = run.total;
  for (let at = 0; at <= end; at++) {
    const before = leaves.at(-1)?.start;
    const slice = await ask(before ? { last: page, before } : { last: page });
    if (!slice) return null;
    leaves.push(leafOf(slice, epoch));
    total = slice.totalCount;
    if (slice.nodes.length < page) break;
  }
  const renewed = runOf(total, run.head, [...leaves, ...run.tail.slice(leaves.length)]);
  return fresh ? renew(renewed, [fresh], epoch, id) : renewed;
}
