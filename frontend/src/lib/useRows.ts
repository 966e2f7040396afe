import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { type Levels, levelsOf, type Source, type Wanted } from "./levels";
import { rowAt, type Slice } from "./run";

/** A level that stands below a row, and how many rows it has as far as the row knows. */
export interface Below {
  level: string;
  total: number;
}

/** A stretch of rows of one level that stand one after another on the page. */
interface Stretch extends Below {
  depth: number;
  /** Its first place in the level, and the first row of the page that it takes. */
  from: number;
  row: number;
  count: number;
  /** The row that it stands below; -1 at the top. */
  above: number;
}

/** One row of the page: what it shows, when that was read, and where it stands. */
export interface Row<Node> {
  node: Node | undefined;
  level: string;
  depth: number;
  /** Its place among those beside it, counted from nought, and how many they are. */
  place: number;
  siblings: number;
  above: number;
}

/** All rows of the page: how many, each by its number, and how to say which ones are in view. */
export interface Rows<Node> {
  count: number;
  at: (row: number) => Row<Node>;
  show: (from: number, to: number) => void;
  levels: Levels<Node>;
}

interface Question<Node> {
  /** What is asked, in one line: rows of the same question are found again as they were left. */
  question: string;
  source: Source<Node>;
  /** The first page of the top level, which is kept live; nothing while it is on its way. */
  top: Slice<Node>;
  open: ReadonlySet<string>;
  below: (node: Node) => readonly Below[];
}

/** The name of the top level. */
export const topLevel = "";

/** The rows of a tree with the open ones unfolded, or of a plain list, without having read them all. */
export function useRows<Node>({ question, source, top, open, below }: Question<Node>): Rows<Node> {
  const levels = useMemo(() => levelsOf(question, source), [question, source]);
  // Before drawing, not after it: a list that was read is never drawn empty first.
  useMemo(() => levels.run(topLevel) ?? levels.begin(topLevel, top), [levels, top]);
  useEffect(() => levels.begin(topLevel, top), [levels, top]);
  const version = useSyncExternalStore(levels.watch, () => levels.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what says that the levels hold something else.
  const stretches = useMemo(() => unfolded(levels, open, below), [levels, open, below, version]);
  const last = stretches.at(-1);
  const count = last ? last.row + last.count : 0;

  const at = useCallback(
    (row: number): Row<Node> => {
      const { level, total, depth, from, row: first, above } = stretchAt(stretches, row);
      const run = levels.run(level);
      const place = from + row - first;
      return { node: run && rowAt(run, place), level, depth, place, siblings: total, above };
    },
    [levels, stretches],
  );
  const show = useCallback(
    (from: number, to: number) => levels.want(wantedOf(stretches, from, to)),
    [levels, stretches],
  );
  return { count, at, show, levels };
}

function unfolded<Node>(levels: Levels<Node>, open: ReadonlySet<string>, below: (node: Node) => readonly Below[]) {
  const stretches: Stretch[] = [];
  let row = 0;
  const lay = ({ level, total: told }: Below, depth: number, above: number) => {
    const run = levels.run(level);
    const total = run?.total ?? told;
    let from = 0;
    const until = (end: number) => {
      if (end > from) stretches.push({ level, total, depth, from, row, count: end - from, above });
      row += end - from;
      from = end;
    };
    const unfold = (node: Node, place: number) => {
      if (!open.has(levels.source.id(node))) return;
      const inside = below(node).filter((one) => one.total > 0);
      if (inside.length === 0) return;
      until(place + 1);
      const parent = row - 1;
      for (const one of inside) lay(one, depth + 1, parent);
    };
    if (run && open.size > 0) {
      run.first.forEach(unfold);
      const begin = total - run.last.length;
      run.last.forEach((node, at) => {
        if (begin + at >= run.first.length) unfold(node, begin + at);
      });
    }
    until(total);
  };
  lay({ level: topLevel, total: 0 }, 1, -1);
  return stretches;
}

function stretchAt(stretches: readonly Stretch[], row: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.row ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return stretches[low] as Stretch;
}

function wantedOf(stretches: readonly Stretch[], from: number, to: number): Wanted {
  const wanted = new Map<string, readonly [number, number]>();
  for (const { level, from: place, row, count } of stretches) {
    if (row > to || row + count <= from) continue;
    const begin = place + Math.max(0, from - row);
    const end = place + Math.min(count - 1, to - row);
    const known = wanted.get(level);
    wanted.set(level, known ? [Math.min(known[0], begin), Math.max(known[1], end)] : [begin, end]);
  }
  return wanted;
}
