import { type Answer, ask, failed, RequestFailed, send } from "../client";
import { clientName } from "../platform";
import { frames } from "./frames";
import { Changes, type ChangesData, MissedChanges, type MissedChangesData } from "./gen/operations";
import { pause } from "./patience";

/** A change of a project, or a sign of the stream itself (READY, BOOKMARK), which has a place and nothing else. */
export type Message = ChangesData["changes"];

/** Where the changes of a project after a place come from. It ends when the server ends it, and throws when it breaks off. */
export type Source = (project: string, after: string, signal: AbortSignal) => AsyncGenerator<Message>;

/** Thrown when nothing at all comes through: something on the way waits for the end of an answer that has none. */
export class NoStream extends Error {}

/** How long the first message may take, and any sign of life after it; the server shows one every 10 seconds. In milliseconds. */
const first = 10_000;
const silence = 35_000;
/** How often changes are asked for where they cannot be streamed, in milliseconds. */
const interval = 2_000;

/** Changes as they happen, over one answer that goes on. */
export async function* streamed(project: string, after: string, signal: AbortSignal): AsyncGenerator<Message> {
  const cut = new AbortController();
  const stop = () => cut.abort();
  signal.addEventListener("abort", stop);
  let begun = false;
  let timer = setTimeout(stop, first);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, begun ? silence : first);
  };
  try {
    const body = { query: Changes.text, variables: { project, after } };
    const response = await send(body, clientName(), "text/event-stream", cut.signal);
    const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream");
    if (!response.body || !isStream) throw failed(response, await response.text());
    for await (const { event, data } of frames(response.body, heard)) {
      if (event === "complete") return;
      if (event !== "next") continue;
      begun = true;
      yield message(JSON.parse(data) as Answer<ChangesData>);
    }
  } catch (cause) {
    if (signal.aborted) return;
    if (!cut.signal.aborted) throw cause;
    throw begun ? new RequestFailed("The stream fell silent.", { unreachable: true }) : new NoStream();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    cut.abort();
  }
}

function message({ data, errors }: Answer<ChangesData>): Message {
  const error = errors?.[0];
  if (error) throw new RequestFailed(error.message, { error });
  if (!data) throw new RequestFailed("The server sent a change without data.");
  return data.changes;
}

/** The same changes, asked for every few seconds: for the window on Windows, and for proxies that hold answers back. */
export async function* pulled(project: string, after: string, signal: AbortSignal): AsyncGenerator<Message> {
  const sign = (op: Message["op"], cursor: string): Message => {
    return { cursor, seq: 0, op, entityType: null, entityId: null, entityKey: null, refs: [] };
  };
  for (let at = after; !signal.aborted; ) {
    let found: MissedChangesData;
    try {
      found = await ask<MissedChangesData>(MissedChanges.text, { project, after: at }, signal);
    } catch (cause) {
      if (signal.aborted) return;
      throw cause;
    }
    if (!found.project) {
      throw new RequestFailed("there is no such project", {
        error: { message: "", extensions: { code: "NOT_FOUND" } },
      });
    }
    const { nodes, pageInfo } = found.project.changes;
    if (at === after) yield sign("READY", after);
    yield* nodes;
    at = pageInfo.endCursor;
    yield sign("BOOKMARK", at);
    if (!pageInfo.hasNextPage) await pause(interval, signal);
  }
}
