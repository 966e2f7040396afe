import { useCallback, useEffect, useState } from "react";
import { ask, RequestFailed } from "./client";

/** What a page knows of the answer it asked for. */
export type Asked<T> =
  | { state: "loading" }
  | { state: "ready"; data: T }
  | { state: "failed"; failure: RequestFailed; retry: () => void };

/** Asks when the page appears and whenever the variables change; an answer that comes too late for its question is dropped. */
export function useAnswer<T>(query: string, variables: Record<string, string> = {}): Asked<T> {
  const question = JSON.stringify([query, variables]);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ question: string; data?: T; failure?: RequestFailed }>({ question: "" });
  const retry = useCallback(() => {
    setAnswer({ question: "" });
    setAttempt((n) => n + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt is what a retry changes.
  useEffect(() => {
    const abort = new AbortController();
    const [document, given] = JSON.parse(question) as [string, Record<string, string>];
    ask<T>(document, given, abort.signal).then(
      (data) => abort.signal.aborted || setAnswer({ question, data }),
      (cause: unknown) => {
        if (abort.signal.aborted) return;
        setAnswer({ question, failure: cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)) });
      },
    );
    return () => abort.abort();
  }, [question, attempt]);

  if (answer.question !== question) return { state: "loading" };
  if (answer.failure) return { state: "failed", failure: answer.failure, retry };
  return { state: "ready", data: answer.data as T };
}
