import { ask, RequestFailed } from "../client";
import { concerns, shownIn } from "./concerns";
import type { Listener, Moment } from "./feed";
import { feedOf, leaveFeed } from "./feeds";
import type { Message } from "./sources";

/** What is asked, and what the answer is made of when it can be kept live. */
export interface Question {
  text: string;
  kinds: readonly string[] | undefined;
  variables: Record<string, unknown>;
}

/** What became of asking: an answer, or why there is none. */
export interface Outcome {
  data?: unknown;
  failure?: RequestFailed;
}

/** The shortest time between two askings of the same question, in milliseconds. */
export const gap = 300;
/** A moment before every change. */
const before = -1;

/**
 * Asks a question, and asks it again whenever the feed says that the answer may be another one. The answer names its moment, and
 * only a change after that moment counts: one that it holds already is not shown twice, and one that was committed while the
 * question was under way is not lost.
 */
export class Asking implements Listener {
  private readonly project: string | null;
  private readonly leave: () => void = () => undefined;
  private underWay: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private earliest = 0;
  private at: number | null = null;
  private shown: ReadonlySet<string> = new Set();

  constructor(
    private readonly question: Question,
    private readonly hear: (outcome: Outcome) => void,
  ) {
    const { project } = question.variables;
    this.project = question.kinds && typeof project === "string" ? project : null;
    if (this.project !== null) this.leave = feedOf(this.project).listen(this);
    void this.ask();
  }

  /** Asks no more, and drops the answer that is under way. */
  stop(): void {
    this.leave();
    this.underWay?.abort();
    clearTimeout(this.timer);
    if (this.project !== null) leaveFeed(this.project);
  }

  news(): void {
    if (this.underWay || this.timer !== undefined || this.project === null || this.at === null || document.hidden)
      return;
    if (!feedOf(this.project).missed(this.at, this.matters)) return;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        // Hidden meanwhile: becoming visible brings the news again.
        if (!document.hidden) void this.ask();
      },
      Math.max(0, this.earliest - performance.now()),
    );
  }

  anew(): void {
    // Numbers of a history that is void mean nothing beside those of another.
    if (this.at !== null) this.at = before;
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.ask();
  }

  private readonly matters = (change: Message) => concerns(change, this.question.kinds ?? [], this.shown);

  private async ask(): Promise<void> {
    this.underWay?.abort();
    const now = new AbortController();
    this.underWay = now;
    const begun = performance.now();
    let outcome: Outcome;
    try {
      outcome = { data: await ask<object>(this.question.text, this.question.variables, now.signal) };
    } catch (cause) {
      outcome = { failure: cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)) };
    }
    if (now.signal.aborted) return;
    this.underWay = null;
    // A question that takes long is asked less often: half of the time belongs to others.
    const took = performance.now() - begun;
    this.earliest = begun + Math.max(gap, 2 * took);
    this.settle(outcome);
  }

  private settle(outcome: Outcome): void {
    const moment = (outcome.data as { snapshot?: Moment } | undefined)?.snapshot;
    if (this.project !== null && moment) {
      this.at = moment.seq;
      this.shown = shownIn(outcome.data, this.question.variables);
      feedOf(this.project).begin(moment);
    }
    // What was read before stays while nobody answers: the mark says so, and the feed asks again when it is back.
    const isCut = outcome.failure?.unreachable === true && this.at !== null;
    if (!isCut) this.hear(outcome);
    this.news();
  }
}
