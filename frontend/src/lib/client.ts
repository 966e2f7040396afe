import { clientName } from "./platform";

/** One thing the server said about a request that it did not answer in full. */
export interface ServerError {
  message: string;
  extensions?: { code?: string; reference?: string };
}

/** A GraphQL answer as it comes over the wire. */
export interface Answer<T> {
  data?: T | null;
  errors?: ServerError[];
}

/** A request that brought no usable answer, with the server's own words where it had any. */
export class RequestFailed extends Error {
  /** True when no server spoke at all: it is not running, or something between cut the line. */
  readonly unreachable: boolean;
  readonly code: string | undefined;
  readonly reference: string | undefined;

  constructor(message: string, more: { unreachable?: boolean; error?: ServerError } = {}) {
    super(message);
    this.name = "RequestFailed";
    this.unreachable = more.unreachable ?? false;
    this.code = more.error?.extensions?.code;
    this.reference = more.error?.extensions?.reference;
  }
}

/** Posts one operation and returns what comes back, whatever it is. */
export async function send(body: unknown, client: string, accept: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: accept, "X-Asterism-Client": client },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestFailed(cause instanceof Error ? cause.message : String(cause), { unreachable: true });
  }
}

/** Posts one operation and returns the answer untouched, errors and all, as GraphiQL wants to show it. */
export async function post<T>(body: unknown, client: string, signal?: AbortSignal): Promise<Answer<T>> {
  const response = await send(body, client, "application/json", signal);
  const text = await response.text();
  const answer = answerIn<T>(text);
  if (!answer) throw failed(response, text);
  return answer;
}

/** The answer that a text holds; none when a proxy or an old server spoke. */
function answerIn<T>(text: string): Answer<T> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    if (answer !== null && typeof answer === "object" && !Array.isArray(answer)) return answer as Answer<T>;
  } catch {
    // Not JSON: its words are all there is.
  }
  return undefined;
}

/** What to throw for an answer that is not the expected one, in the words of whoever sent it. */
export function failed({ status, statusText }: Response, text: string): RequestFailed {
  const error = answerIn(text)?.errors?.[0];
  if (error) return new RequestFailed(error.message, { error });
  return new RequestFailed(`${status} ${statusText} ${text.trim().slice(0, 300)}`.replace(/\s+/g, " ").trim());
}

/** Asks one operation and returns its data; an answer with errors counts as failed, since half an answer misleads. */
export async function ask<T>(query: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<T> {
  const answer = await post<T>({ query, variables }, clientName(), signal);
  const first = answer.errors?.[0];
  if (first) {
    throw new RequestFailed(answer.errors?.map((error) => error.message).join("\n") ?? "", { error: first });
  }
  if (answer.data == null) throw new RequestFailed("The server sent an answer without data.");
  return answer.data;
}
