import { useWords, type WordKey } from "../../lib/words";
import { DataTable } from "../../ui/DataTable";
import { useFormats } from "./useFormats";

/** The words for what a file or a row states. */
export const recordWords: Record<string, WordKey> = {
  requirement: "imports.kind.requirements",
  refinement: "imports.kind.refinements",
  case: "imports.kind.cases",
  link: "imports.kind.links",
  result: "imports.kind.executions",
  defect: "imports.kind.defects",
  defectLink: "imports.kind.defectLinks",
  suite: "imports.kind.suites",
};

/** What the server reads, by its own word, so that a new format shows up here by itself. */
export function FormatsRead({ project }: { project: string }) {
  const { say } = useWords();
  const formats = useFormats(project);
  if (!formats) return null;
  const brings = (kinds: readonly string[]) =>
    kinds.map((kind) => (recordWords[kind] ? say(recordWords[kind]) : kind)).join(", ");
  return (
    <details className="imports-formats">
      <summary>{say("imports.formats", { count: formats.formats.length })}</summary>
      <p className="quiet">{say("imports.limits", { files: formats.mostFiles, megabytes: formats.mostBytes >> 20 })}</p>
      <DataTable
        label={say("imports.formatsRead")}
        columns={[
          { id: "name", head: say("imports.format"), cell: ({ name }) => name },
          { id: "ends", head: say("imports.extensions"), cell: ({ extensions }) => extensions.join(" ") },
          { id: "brings", head: say("imports.brings"), kind: "wide", cell: (format) => brings(format.brings) },
        ]}
        rows={formats.formats}
        id={({ name }) => name}
      />
    </details>
  );
}
