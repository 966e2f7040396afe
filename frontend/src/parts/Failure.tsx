import type { RequestFailed } from "../lib/client";
import { useWords, type WordKey } from "../lib/words";
import { Notice } from "../ui/Notice";

/** What could not be read, what the server said about it, and a way to try again. */
export function Failure({ what, failure, retry }: { what: WordKey; failure: RequestFailed; retry: () => void }) {
  const { say } = useWords();
  return (
    <Notice title={say(what)} error>
      <p>{failure.unreachable ? say("failure.unreachable", { command: "asterism serve" }) : say("failure.server")}</p>
      <blockquote lang="en">{failure.message}</blockquote>
      {failure.reference && <p>{say("failure.reference", { reference: failure.reference })}</p>}
      <button type="button" className="button" onClick={retry}>
        {say("failure.retry")}
      </button>
    </Notice>
  );
}
