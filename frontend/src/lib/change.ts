import { useCallback, useRef, useState } from "react";
import { ask, RequestFailed } from "./client";
import type { Operation } from "./operation";

/** What a person can mend in what they wrote, as every payload tells it. */
export interface UserError {
  message: string;
  /** Path of the field, outermost first; empty when it is about the whole. */
  field: readonly string[];
  /** CONFLICT when somebody else was faster: the payload then holds the thing as they left it. */
  code: string;
}

/** What came of a change: done, refused with what to mend, or not answered at all. */
export type Outcome<Payload> =
  | { done: true; payload: Payload }
  | { done: false; errors: readonly UserError[]; payload?: Payload; failure?: RequestFailed };

/** Asks the server for one change; the payload is the one field of the mutation's answer. Never throws. */
export async function change<
  Data,
  Variables extends Record<string, unknown>,
  Payload extends { userErrors: readonly UserError[] },
>(
  mutation: Operation<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Payload,
): Promise<Outcome<Payload>> {
  try {
    const payload = pick(await ask<Data>(mutation.text, variables));
    if (payload.userErrors.length === 0) return { done: true, payload };
    return { done: false, errors: payload.userErrors, payload };
  } catch (cause) {
    const failure = cause instanceof RequestFailed ? cause : new RequestFailed(String(cause));
    return {
      done: false,
      errors: [{ message: failure.message, field: [], code: failure.code ?? "UNAVAILABLE" }],
      failure,
    };
  }
}

/** A change that a control of the page makes, with what it waits for and what it was told. */
export function useChange<
  Data,
  Variables extends Record<string, unknown>,
  Payload extends { userErrors: readonly UserError[] },
>(mutation: Operation<Data, Variables>, pick: (data: Data) => Payload) {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const under = useRef(false);
  const latest = useRef(pick);
  latest.current = pick;
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Payload> | null> => {
      if (under.current) return null; // a second press while the first is under way is the same wish
      under.current = true;
      setBusy(true);
      setErrors([]);
      const outcome = await change(mutation, variables, latest.current);
      under.current = false;
      setBusy(false);
      if (!outcome.done) setErrors(outcome.errors);
      return outcome;
    },
    [mutation],
  );
  return { run, busy, errors, forget: useCallback(() => setErrors([]), []) };
}
