import type { Fetcher } from "@graphiql/toolkit";
import { post, RequestFailed } from "../../lib/client";

/** Sends what GraphiQL runs to the server of this page, and shows a failure as the answer it would otherwise lack. */
export const fetcher: Fetcher = async (params) => {
  try {
    return (await post(params, "graphiql")) as Record<string, unknown>;
  } catch (cause) {
    const message =
      cause instanceof RequestFailed && cause.unreachable ? `No server answered: ${cause.message}` : cause;
    return { errors: [{ message: message instanceof Error ? message.message : String(message) }] };
  }
};
