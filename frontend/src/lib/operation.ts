declare const answers: unique symbol;

/** A question to the server, with the types of its answer and of its variables. Only gen/operations.ts makes them. */
export interface Operation<Data, Variables extends Record<string, unknown>> {
  readonly text: string;
  /** The kinds of thing that its answer is made of, when it asks for a snapshot and so can be kept live. */
  readonly kinds?: readonly string[];
  /** Never there: it carries the types alone. */
  readonly [answers]?: (variables: Variables) => Data;
}

/** Makes the operation out of its text; the types come from the generator, which read them from the schema. */
export function operation<Data, Variables extends Record<string, unknown>>(
  text: string,
  kinds?: readonly string[],
): Operation<Data, Variables> {
  return kinds ? { text, kinds } : { text };
}
