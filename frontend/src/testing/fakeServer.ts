import { vi } from "vitest";

/** One request as the fake server got it. */
export interface Request {
  query: string;
  variables: Record<string, unknown>;
}

type Reply = { status?: number; body: unknown } | Error;
type Stream = (request: Request, signal: AbortSignal) => ReadableStream<Uint8Array> | Error;

/** A stream on which nothing happens. */
const quiet: Stream = () => new ReadableStream();

/**
 * Stands in for the server: answers every POST /graphql by what `reply` says, and keeps what was asked. What asks for a stream is
 * answered by `stream` and not kept.
 */
export function fakeServer(reply: (request: Request) => Reply | Promise<Reply>, stream: Stream = quiet) {
  const requests: (Request & { headers: Record<string, string> })[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    if (address !== "/graphql" || init.method !== "POST") throw new Error(`unexpected ${init.method} ${address}`);
    const request = JSON.parse(String(init.body)) as Request;
    const headers = init.headers as Record<string, string>;
    if (headers.Accept === "text/event-stream") {
      const body = stream(request, init.signal as AbortSignal);
      if (body instanceof Error) throw body;
      return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
    }
    requests.push({ ...request, headers });
    const answer = await reply(request);
    if (answer instanceof Error) throw answer;
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status ?? 200 });
  });
  return requests;
}
