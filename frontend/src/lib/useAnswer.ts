import { useCallback, useEffect, useState } from "react";
import type { RequestFailed } from "./client";
import { Asking } from "./live/asking";
import type { Operation } from "./operation";

/** What a page knows of the answer it asked for. */
export type Asked<T> =
  | { state: "loading" }
  | { state: "ready"; data: T; failure?: RequestFailed; retry: () => void }
  | { state: "failed"; failure: RequestFailed; retry: () => void };

/** Earlier answers, newest last: what was seen is drawn at once and then asked again, so that Back finds the page as it was. */
const kept = new Map<string, unknown>();
const most = 60;

function keep(question: string, data: unknown): void {
  kept.delete(question);
  kept.set(question, data);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}

/** Forgets every earlier answer. */
export function forgetAnswers(): void {
  kept.clear();
}

interface Heard {
  question: string;
  data?: unknown;
  failure?: RequestFailed;
}

/**
 * Asks when the page appears and whenever the variables change; an answer that comes too late for its question is dropped. A
 * question that names a snapshot is asked again for as long as it is shown, whenever the feed of its project says so.
 */
export function useAnswer<Data, Variables extends Record<string, unknown>>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const question = JSON.stringify([operation.text, variables]);
  const [attempt, setAttempt] = useState(0);
  const [heard, setHeard] = useState<Heard>({ question: "" });
  const retry = useCallback(() => {
    setHeard({ question: "" });
    setAttempt((n) => n + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt is what a retry changes.
  useEffect(() => {
    const [text, given] = JSON.parse(question) as [string, Record<string, unknown>];
    const asking = new Asking({ text, kinds: operation.kinds, variables: given }, ({ data, failure }) => {
      if (data !== undefined) keep(question, data);
      setHeard({ question, data, ...(failure ? { failure } : {}) });
    });
    return () => asking.stop();
  }, [question, attempt, operation.kinds]);

  const now = heard.question === question ? heard : { question };
  const data = (now.data ?? kept.get(question)) as Data | undefined;
  if (data !== undefined) return { state: "ready", data, retry, ...(now.failure ? { failure: now.failure } : {}) };
  if (now.failure) return { state: "failed", failure: now.failure, retry };
  return { state: "loading" };
}
