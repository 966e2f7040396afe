import { RequestFailed } from "../client";
import { canStream } from "../platform";
import { backOff, pause } from "./patience";
import { type Message, NoStream, pulled, type Source, streamed } from "./sources";

/**
 * How the page stands to the changes of a project: nothing is shown yet (off), they come as they happen (live), the line is cut
 * (reconnecting), the machine has no network (offline), nobody looks (paused), or there is nothing to see any more (ended).
 */
export type Liveness = "off" | "live" | "reconnecting" | "offline" | "paused" | "ended";

/** A moment of a project: the place where its changes go on, and the number of the last one before. */
export interface Moment {
  cursor: string;
  seq: number;
}

/** A view that wants to stay true. */
export interface Listener {
  /** Something came; ask `missed` whether it matters. */
  news(): void;
  /** The places of the feed are void: ask anew, whatever is known. */
  anew(): void;
}

/** How many changes are remembered for answers that are still on their way. */
const most = 2_000;
const isVoid = /^CURSOR_/;
const isEnd = /^(ACCESS_ENDED|NOT_FOUND|FORBIDDEN|UNAUTHENTICATED)$/;

/** The one stream of a project's changes, for everything on the page that shows the project. */
export class Feed {
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private cursor: string | null = null;
  /** An answer from before this change may have missed one that is not remembered. */
  private floor = Number.POSITIVE_INFINITY;
  private recent: Message[] = [];
  private failures = 0;
  private running: AbortController | null = null;
  private resting: AbortController | null = null;
  private liveness: Liveness = "off";
  private source: Source = streamed;

  constructor(private readonly project: string) {
    document.addEventListener("visibilitychange", this.looked);
    window.addEventListener("online", this.wake);
  }

  /** Ends the stream for good. */
  close(): void {
    document.removeEventListener("visibilitychange", this.looked);
    window.removeEventListener("online", this.wake);
    this.halt();
  }

  /** Tells a view of changes until what it returns is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get isUsed(): boolean {
    return this.listeners.size > 0 || this.watchers.size > 0;
  }

  /** Tells whoever shows how the page stands, until what it returns is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  get state(): Liveness {
    return this.liveness;
  }

  /** An answer shows this moment. The first one is where the stream begins; later ones find it under way. */
  begin({ cursor, seq }: Moment): void {
    if (this.cursor !== null || this.liveness === "ended") return;
    this.cursor = cursor;
    this.floor = seq;
    this.recent = [];
    if (this.running) this.wake();
    else this.go();
  }

  /** Whether a change after the moment that an answer shows matters to it, or may be one that is not remembered. */
  missed(seq: number, matters: (change: Message) => boolean): boolean {
    if (this.cursor === null) return false; // Everybody is asked anew already.
    if (seq < this.floor) return true;
    for (let at = this.recent.length - 1; at >= 0; at--) {
      const change = this.recent[at];
      if (!change || change.seq <= seq) return false;
      if (matters(change)) return true;
    }
    return false;
  }

  private readonly looked = () => {
    if (!document.hidden) {
      this.go();
      // Without a place, whoever looked away did so before an answer brought one.
      this.tell(this.cursor === null ? "anew" : "news");
      return;
    }
    // A page that nobody sees holds no connection: browsers allow few of them to one server, for all pages together.
    this.halt();
    if (this.cursor !== null) this.is("paused");
  };

  private readonly wake = () => this.resting?.abort();

  private halt(): void {
    this.running?.abort();
    this.running = null;
    this.wake();
  }

  private go(): void {
    if (this.running || document.hidden || this.liveness === "ended" || this.cursor === null) return;
    this.running = new AbortController();
    this.source = canStream() ? streamed : pulled;
    this.is("reconnecting");
    void this.run(this.running.signal);
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.cursor === null) this.tell("anew");
      else await this.follow(this.cursor, signal);
      if (signal.aborted) return;
      this.is(navigator.onLine ? "reconnecting" : "offline");
      this.resting = new AbortController();
      await pause(backOff(this.failures++), this.resting.signal);
    }
  }

  private async follow(after: string, signal: AbortSignal): Promise<void> {
    try {
      for await (const message of this.source(this.project, after, signal)) {
        if (signal.aborted) return;
        this.received(message);
      }
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof NoStream) this.source = pulled;
      const code = cause instanceof RequestFailed ? (cause.code ?? "") : "";
      if (isVoid.test(code)) this.cursor = null;
      if (!isEnd.test(code)) return;
      this.halt();
      this.is("ended");
    }
  }

  private received(message: Message): void {
    this.cursor = message.cursor;
    if (message.op !== "READY") this.failures = 0;
    if (message.entityType !== null) {
      this.recent.push(message);
      // Forgetting half at a time keeps it cheap.
      if (this.recent.length > most) {
        const forgotten = this.recent.splice(0, most / 2);
        this.floor = forgotten.at(-1)?.seq ?? this.floor;
      }
    }
    this.is("live");
    this.tell("news");
  }

  private tell(what: keyof Listener): void {
    for (const listener of [...this.listeners]) listener[what]();
  }

  private is(liveness: Liveness): void {
    if (liveness === this.liveness) return;
    this.liveness = liveness;
    for (const watcher of [...this.watchers]) watcher();
  }
}
