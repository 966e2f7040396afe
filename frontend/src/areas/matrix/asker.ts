import type { RequestFailed } from "../../lib/client";
import { Asking, type Outcome } from "../../lib/live/asking";
import { MatrixWindow, type MatrixWindowData } from "./gen/operations";
import { type Area, snapped, Tiles } from "./windows";

/** What narrows the matrix. */
export interface Narrowed {
  project: string;
  rowText: string;
  columnText: string;
  gaps: boolean;
  linked: boolean;
}

/** How the matrix stands: nothing yet, read, or refused. */
export type Standing =
  | { state: "loading" }
  | { state: "ready" }
  | { state: "missing" }
  | { state: "failed"; failure: RequestFailed };

/** The shortest time between two windows, in milliseconds. */
const breath = 80;

/**
 * Reads a matrix window by window: one request for what is in view, none for what is here already. A window that was outrun before
 * its answer came is let go. The latest window is kept live; when it comes anew, all others are read anew as they come into view.
 */
export class Asker {
  readonly tiles = new Tiles();
  standing: Standing = { state: "loading" };
  /** Counts what changed, for whoever draws. */
  version = 0;
  private asking: Asking | null = null;
  private area: Area | null = null;
  private wanted: Area | null = null;
  private seq = -1;
  private earliest = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly narrowed: Narrowed) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Says what is in view. */
  want(area: Area): void {
    this.wanted = { rows: snapped(area.rows), columns: snapped(area.columns) };
    if (this.standing.state === "ready" && this.tiles.has(this.wanted)) return;
    if (this.area && JSON.stringify(this.area) === JSON.stringify(this.wanted) && this.standing.state !== "failed")
      return;
    // Whoever scrolls fast passes many windows by; a breath between two spares the server those that nobody will see.
    const wait = this.earliest - performance.now();
    clearTimeout(this.timer);
    if (wait <= 0) this.ask(this.wanted);
    else this.timer = setTimeout(() => this.wanted && this.ask(this.wanted), wait);
  }

  /** Asks once more for what is in view. */
  readonly retry = (): void => {
    this.standing = { state: "loading" };
    this.changed();
    if (this.wanted) this.ask(this.wanted);
  };

  stop(): void {
    clearTimeout(this.timer);
    this.asking?.stop();
    this.asking = null;
    this.area = null;
  }

  private ask(area: Area): void {
    this.asking?.stop();
    this.earliest = performance.now() + breath;
    this.area = area;
    const { project, rowText, columnText, gaps, linked } = this.narrowed;
    const variables = {
      project,
      rowFrom: area.rows.from,
      rowFirst: area.rows.to - area.rows.from,
      rowText,
      columnFrom: area.columns.from,
      columnFirst: area.columns.to - area.columns.from,
      columnText,
      gaps,
      linked,
    };
    this.asking = new Asking({ text: MatrixWindow.text, kinds: MatrixWindow.kinds, variables }, (outcome) =>
      this.hear(area, outcome),
    );
  }

  private hear(area: Area, { data, failure }: Outcome): void {
    if (failure) this.standing = { state: "failed", failure };
    else {
      const { snapshot, project } = data as MatrixWindowData;
      if (!project) this.standing = { state: "missing" };
      else {
        this.tiles.put(area, project.matrix, snapshot.seq !== this.seq);
        this.seq = snapshot.seq;
        this.standing = { state: "ready" };
      }
    }
    this.changed();
    // What came anew may leave holes where somebody has scrolled to meanwhile.
    if (this.standing.state === "ready" && this.wanted && !this.tiles.has(this.wanted)) this.want(this.wanted);
  }

  private changed(): void {
    this.version++;
    for (const watcher of this.watchers) watcher();
  }
}
