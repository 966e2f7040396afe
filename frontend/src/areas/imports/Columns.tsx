import type { RecordKind, Table, TableSaid } from "../../lib/importTypes";
import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { Choice } from "../../ui/Choice";
import { DataTable } from "../../ui/DataTable";
import { recordWords } from "./FormatsRead";

/** What the columns of one file mean: what a row states, and the field of each column beside what stands in it. */
export function Columns(props: {
  said: TableSaid;
  table: Table | null;
  kinds: readonly RecordKind[];
  change: (now: TableSaid) => void;
}) {
  const { say } = useWords();
  const { said, table, kinds, change } = props;
  const fields = kinds.find(({ record }) => record === said.record)?.fields ?? [];
  const kindWord = (record: string) => (recordWords[record] ? say(recordWords[record]) : record);
  const choose = (column: string, field: string) => {
    // A field has one column: giving it to another takes it from the first.
    const others = Object.entries(said.columns).filter(([name, its]) => name !== column && its !== field);
    change({ ...said, columns: Object.fromEntries(field === "" ? others : [...others, [column, field]]) });
  };
  const record = (next: string) => {
    const known = kinds.find((kind) => kind.record === next)?.fields ?? [];
    const columns = Object.entries(said.columns).filter(([, field]) => known.includes(field));
    change({ ...said, record: next, columns: Object.fromEntries(columns) });
  };
  const rows = (table?.columns ?? []).map((name, at) => ({
    name,
    at,
    example: [...new Set(table?.rows.map((row) => row[at] ?? "").filter(Boolean))].slice(0, 3).join(" · "),
  }));
  return (
    <div className="imports-table">
      <div className="imports-buttons">
        <h3>{said.file}</h3>
        <span>{say("imports.rowIs")}</span>
        <Choice
          label={say("imports.rowOf", { file: said.file })}
          value={said.record}
          options={kinds.map((kind) => ({ value: kind.record, word: kindWord(kind.record) }))}
          onChoose={record}
        />
        <label>
          <input
            type="checkbox"
            checked={said.keepsRest}
            onChange={(event) => change({ ...said, keepsRest: event.target.checked })}
          />{" "}
          {say("imports.keepRest")}
        </label>
      </div>
      <DataTable
        label={say("imports.columnsOf", { file: said.file })}
        columns={[
          { id: "column", head: say("imports.column"), kind: "note", cell: ({ name }) => <Said>{name}</Said> },
          {
            id: "field",
            head: say("imports.field"),
            cell: ({ name }) => (
              <Choice
                label={say("imports.fieldOf", { column: name })}
                value={said.columns[name] ?? ""}
                options={[
                  { value: "", word: say(said.keepsRest ? "imports.asAttribute" : "imports.leftOut") },
                  ...fields.map((field) => ({ value: field, word: field, lang: "en" })),
                ]}
                onChoose={(field) => choose(name, field)}
              />
            ),
          },
          { id: "example", head: say("imports.example"), kind: "wide", cell: ({ example }) => <Said>{example}</Said> },
        ]}
        rows={rows}
        id={({ at }) => String(at)}
      />
    </div>
  );
}
