import type { FormEvent } from "react";
import type { StagedFile } from "../../lib/importTypes";
import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { DataTable } from "../../ui/DataTable";
import { goToStep } from "./steps";
import type { Import } from "./useImport";
import { size } from "./Working";

/** The second step: what each file is taken for, and which ones are left out and why. */
export function Detected({ run }: { run: Import }) {
  const { say } = useWords();
  const files = run.facts.staged?.files ?? [];
  const read = files.filter(({ format }) => format !== "").length;
  const next = (event: FormEvent) => {
    event.preventDefault();
    run.forget();
    goToStep("map");
  };
  const note = ({ format, why, table }: StagedFile) => {
    if (format === "") return <Said>{why}</Said>;
    if (!table) return "";
    return say(table.isMapped ? "imports.tableMapped" : "imports.table", { count: table.columns.length });
  };
  return (
    <form className="imports-step" onSubmit={next}>
      <p>{say("imports.detected", { read, total: files.length })}</p>
      <DataTable
        label={say("imports.step.detected")}
        columns={[
          { id: "name", head: say("imports.file"), kind: "text", cell: ({ name }) => name },
          { id: "size", head: say("imports.size"), kind: "number", cell: (file) => size(file.size) },
          { id: "format", head: say("imports.format"), cell: ({ format }) => format || say("imports.notRead") },
          { id: "note", head: say("imports.note"), kind: "note", cell: note },
        ]}
        rows={files.slice(0, most)}
        id={({ name }) => name}
      />
      {files.length > most && <p className="quiet">{say("list.shown", { shown: most, total: files.length })}</p>}
      <div className="imports-buttons">
        <button type="button" className="button" onClick={() => goToStep("files")}>
          {say("imports.back")}
        </button>
        <button type="submit" className="button imports-first" disabled={read === 0}>
          {say("imports.next")}
        </button>
      </div>
    </form>
  );
}

const most = 200;
