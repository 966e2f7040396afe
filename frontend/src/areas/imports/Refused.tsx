import type { ImportRefused } from "../../lib/upload";
import { useWords } from "../../lib/words";
import { Notice } from "../../ui/Notice";
import { fileOf } from "./chosen";
import type { Facts } from "./useImport";
import { Place } from "./Warnings";

/** Why nothing was imported, and where in the files, whose lines it shows. */
export function Refused({ refused, chosen }: { refused: ImportRefused; chosen: Facts }) {
  const { say } = useWords();
  const { file, line, message, code } = refused.refusal;
  return (
    <Notice title={say(code === "STOPPED" ? "imports.stopped" : "imports.refused")} error>
      {refused.unreachable && <p>{say("failure.unreachable", { command: "asterism serve" })}</p>}
      {file !== "" && <Place file={file} line={line} content={fileOf(chosen, file)} />}
      <blockquote lang="en">{message}</blockquote>
    </Notice>
  );
}
