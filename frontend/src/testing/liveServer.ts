import type { Message } from "../lib/live/sources";
import { fakeServer, type Request } from "./fakeServer";
import { answer, type Thing } from "./world";

/** A stream that the page holds open. */
interface Open {
  request: Request;
  controller: ReadableStreamDefaultController<Uint8Array>;
}

const encoder = new TextEncoder();

/** Stands in for a server whose world changes: it numbers the changes, answers from moments, and streams what comes after them. */
export function liveServer(world: Thing) {
  const log: Message[] = [];
  const asked: Request[] = [];
  const streams: Request[] = [];
  const open = new Set<Open>();
  let history = "a";
  let down = false;
  let refusal: string | null = null;
  let muted = false;
  let held: Promise<void> | null = null;

  const cursor = (seq: number) => `${history}${seq}`;
  const write = ({ controller }: Open, event: string, data: string) => {
    controller.enqueue(encoder.encode(`event: ${event}\n${data}\n\n`));
  };
  const next = (to: Open, changes: Message) => write(to, "next", `data: ${JSON.stringify({ data: { changes } })}`);
  const refuse = (to: Open, code: string) => {
    write(to, "next", `data: ${JSON.stringify({ data: null, errors: [{ message: code, extensions: { code } }] })}`);
    write(to, "complete", "data:");
    to.controller.close();
    open.delete(to);
  };
  const sign = (op: "READY" | "BOOKMARK", seq: number): Message => {
    return { cursor: cursor(seq), seq, op, entityType: null, entityId: null, entityKey: null, refs: [] };
  };

  const begin = (to: Open) => {
    const after = String(to.request.variables.after);
    open.add(to);
    if (refusal) return refuse(to, refusal);
    if (!after.startsWith(history)) return refuse(to, "CURSOR_OTHER_HISTORY");
    const seq = Number(after.slice(history.length));
    next(to, sign("READY", seq));
    for (const change of log.filter((one) => one.seq > seq)) next(to, change);
  };

  fakeServer(
    async (request) => {
      if (down) return new TypeError("Failed to fetch");
      asked.push(request);
      const seq = log.length;
      if (request.query.startsWith("query MissedChanges(")) {
        const nodes = log.filter((one) => one.seq > Number(String(request.variables.after).slice(history.length)));
        const pageInfo = { endCursor: cursor(seq), hasNextPage: false };
        return { body: { data: { project: { changes: { nodes, pageInfo } } } } };
      }
      const body = JSON.parse(JSON.stringify(answer({ ...world, snapshot: { cursor: cursor(seq), seq } }, request)));
      await held;
      return { body };
    },
    (request, signal) => {
      if (down) return new TypeError("Failed to fetch");
      streams.push(request);
      return new ReadableStream({
        start(controller) {
          const one = { request, controller };
          if (!muted) begin(one);
          signal.addEventListener("abort", () => {
            open.delete(one);
            controller.error(signal.reason);
          });
        },
      });
    },
  );

  return {
    /** Questions and streams as they were asked for. */
    asked,
    streams,
    /** How many streams are open. */
    get open() {
      return open.size;
    },
    /** Changes the world, and tells every stream. */
    commit(change: Partial<Message>, todo: () => void) {
      todo();
      const seq = log.length + 1;
      const whole: Message = { ...sign("READY", seq), op: "UPDATE", ...change };
      log.push(whole);
      for (const one of open) next(one, whole);
    },
    /** Sends the sign that nothing happened. */
    bookmark() {
      for (const one of open) next(one, sign("BOOKMARK", log.length));
    },
    /** Cuts every stream; while the server is down nothing is answered. */
    cut(stays: "down" | "up" = "up") {
      down = stays === "down";
      for (const { controller } of open) controller.error(new TypeError("network error"));
      open.clear();
    },
    rise() {
      down = false;
    },
    /** Holds answers back, which are of the moment when they were asked for, until what it returns is called. */
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = null;
        release();
      };
    },
    /** Holds streams back, as a proxy does that waits for their end. */
    mute() {
      muted = true;
    },
    /** Replaces the history, as a restore of the database does. */
    restore() {
      history = history === "a" ? "b" : "a";
      log.length = 0;
    },
    /** Refuses streams with a code, and ends those that are open with it. */
    refuse(code: string) {
      refusal = code;
      for (const one of [...open]) refuse(one, code);
    },
  };
}
