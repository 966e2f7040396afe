import { ask } from "./client";
import type { Source } from "./levels";
import type { Operation } from "./operation";
import { page, type Slice } from "./run";

/** The question for the first page of a long list, as the server takes it. */
export const firstPage = { first: page };

/** How the levels of a tree are read: each level by its own question, out of whose answer its page is picked. */
export function sourceOf<Node>(
  id: (node: Node) => string,
  question: (level: string) => {
    operation: Operation<unknown, Record<string, unknown>>;
    variables: Record<string, unknown>;
    pick: (data: unknown) => Slice<Node> | null | undefined;
  },
): Source<Node> {
  return {
    id,
    read: async (level, part, signal) => {
      const { operation, variables, pick } = question(level);
      return pick(await ask(operation.text, { ...variables, ...part }, signal));
    },
  };
}

/** One question with the way to its page, for sourceOf, which need not know the type of its answer. */
export function asked<Data, Variables extends Record<string, unknown>, Node>(
  operation: Operation<Data, Variables>,
  variables: Omit<Variables, "first" | "after" | "last" | "before">,
  pick: (data: Data) => Slice<Node> | null | undefined,
) {
  return {
    operation: operation as unknown as Operation<unknown, Record<string, unknown>>,
    variables: variables as Record<string, unknown>,
    pick: pick as (data: unknown) => Slice<Node> | null | undefined,
  };
}
