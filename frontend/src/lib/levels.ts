import { RequestFailed } from "./client";
import { grow, meets, type Part, type Run, readRun, renew, type Slice, start } from "./run";

/** How a list, or each level of a tree, is read: by name of the level and the part of it that is wanted. */
export interface Source<Node> {
  read: (level: string, part: Part, signal: AbortSignal) => Promise<Slice<Node> | null | undefined>;
  id: (node: Node) => string;
}

/** The stretch of a level that is in view, both ends counted. */
export type Wanted = ReadonlyMap<string, readonly [from: number, to: number]>;

/** How many levels are read at once: a screen that opens many must not hold up everything else. */
const atOnce = 4;

/**
 * The levels of a tree, each as far as it was looked at: whatever comes into view is read, from its beginning or from its end,
 * whichever is nearer. A list is a tree of one level. When something has changed, what is in view is read anew and shown when all
 * of it is there; what is not in view is read anew when it is looked at.
 */
export class Levels<Node> {
  /** Counts what was heard, so that a page knows when to draw again. */
  version = 0;
  failure: RequestFailed | null = null;
  private readonly runs = new Map<string, Run<Node>>();
  private readonly busy = new Map<string, AbortController>();
  private readonly watchers = new Set<() => void>();
  private wanted: Wanted = new Map();
  private epoch = 0;
  private first: { level: string; slice: Slice<Node> } | null = null;

  constructor(public source: Source<Node>) {}

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      for (const asking of this.busy.values()) asking.abort();
      this.busy.clear();
    };
  };

  /** What is known of a level; nothing before it was looked at. */
  run(level: string): Run<Node> | undefined {
    return this.runs.get(level);
  }

  /** Says what is in view, and reads what of it is not known or is older than the last change. */
  want(wanted: Wanted): void {
    this.wanted = wanted;
    this.pump();
  }

  /** Takes the first page of a level, which comes with the page around it; a new one means that something has changed. */
  begin(level: string, slice: Slice<Node>): void {
    if (this.first?.slice === slice) return;
    this.first = { level, slice };
    this.epoch++;
    const known = this.runs.get(level);
    const view = this.wanted.get(level);
    // While further pages of it are in view, the old ones stand until those are read anew too: no hole and no double.
    if (!known || !view || view[1] < slice.nodes.length || known.head.length <= 1) {
      this.set(level, known ? renew(known, [slice], this.epoch, this.source.id) : start(slice, this.epoch));
    }
    this.pump();
  }

  /** Tries again what failed. */
  readonly retry = () => {
    this.failure = null;
    this.changed();
    this.pump();
  };

  private set(level: string, run: Run<Node>): void {
    this.runs.set(level, run);
    this.changed();
  }

  private changed(): void {
    this.version++;
    for (const watcher of this.watchers) watcher();
  }

  private pump(): void {
    if (this.failure) return;
    for (const [level, [from, to]] of this.wanted) {
      if (this.busy.size >= atOnce) return;
      if (!this.busy.has(level) && this.due(level, from, to)) void this.read(level, from, to);
    }
  }

  private due(level: string, from: number, to: number): boolean {
    const run = this.runs.get(level);
    return !run || grow(run, from, to) !== null || meets(run, from, to).some(({ epoch }) => epoch < this.epoch);
  }

  private async read(level: string, from: number, to: number): Promise<void> {
    const asking = new AbortController();
    this.busy.set(level, asking);
    const epoch = this.epoch;
    const fresh = this.first?.level === level ? this.first.slice : undefined;
    try {
      const ask = (part: Part) => this.source.read(level, part, asking.signal);
      const run = await readRun(this.runs.get(level), [from, to], { ask, epoch, fresh, id: this.source.id });
      if (!asking.signal.aborted && run) this.set(level, run);
    } catch (cause) {
      if (asking.signal.aborted) return;
      this.failure = cause instanceof RequestFailed ? cause : new RequestFailed(String(cause));
      this.changed();
    } finally {
      if (this.busy.get(level) === asking) this.busy.delete(level);
    }
    if (!asking.signal.aborted) this.pump();
  }
}

const kept = new Map<string, Levels<unknown>>();
const most = 24;

/** The levels of a question, found again as they were left. */
export function levelsOf<Node>(question: string, source: Source<Node>): Levels<Node> {
  const known = (kept.get(question) as Levels<Node> | undefined) ?? new Levels(source);
  known.source = source;
  kept.delete(question);
  kept.set(question, known as Levels<unknown>);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return known;
}

/** Forgets every level. */
export function forgetLevels(): void {
  kept.clear();
}
