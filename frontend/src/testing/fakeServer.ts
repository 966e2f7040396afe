import { vi } from "vitest";

/** One request as the fake server got it. */
export interface Request {
  query: string;
  variables: Record<string, unknown>;
}

type Reply = { status?: number; body: unknown } | Error;

/** Stands in for the server: answers every POST /graphql by what `reply` says, and keeps what was asked. */
export function fakeServer(reply: (request: Request) => Reply) {
  const requests: (Request & { headers: Record<string, string> })[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    if (address !== "/graphql" || init.method !== "POST") throw new Error(`unexpected ${init.method} ${address}`);
    const request = JSON.parse(String(init.body)) as Request;
    requests.push({ ...request, headers: init.headers as Record<string, string> });
    const answer = reply(request);
    if (answer instanceof Error) throw answer;
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status ?? 200 });
  });
  return requests;
}
