import { useState } from "react";
import type { ImportWarning } from "../../lib/importTypes";
import { useWords } from "../../lib/words";
import { Block } from "../../parts/Block";
import { Said } from "../../parts/Said";
import { DataTable } from "../../ui/DataTable";
import { Excerpt } from "./Excerpt";

const page = 50;

/** What was skipped, changed or guessed, each with its place. Where the page has the file, the place opens the lines around it. */
export function Warnings(props: {
  warnings: readonly ImportWarning[];
  /** How many there are in all; more than are listed where the server kept the first ones only. */
  count: number;
  fileOf?: (name: string) => Blob | undefined;
}) {
  const { say, language } = useWords();
  const [most, setMost] = useState(page);
  const shown = props.warnings.slice(0, most).map((warning, at) => ({ ...warning, id: String(at) }));
  return (
    <Block title={say("imports.warnings")} count={props.count} empty={say("imports.noWarnings")}>
      <p className="quiet">{say("list.shown", { shown: shown.length, total: props.count.toLocaleString(language) })}</p>
      <DataTable
        label={say("imports.warnings")}
        columns={[
          {
            id: "place",
            head: say("imports.place"),
            kind: "note",
            cell: ({ file, line }) => <Place file={file} line={line} content={props.fileOf?.(file)} />,
          },
          { id: "field", head: say("imports.field"), cell: ({ field }) => <code>{field}</code> },
          { id: "message", head: say("column.message"), kind: "wide", cell: ({ message }) => <Said>{message}</Said> },
        ]}
        rows={shown}
        id={({ id }) => id}
      />
      {most < props.warnings.length && (
        <button type="button" className="button more" onClick={() => setMost(most + page)}>
          {say("more.next", { shown: shown.length, total: props.warnings.length })}
        </button>
      )}
    </Block>
  );
}

/** A place in a file, as file:line; it opens the lines around it where the page has the file. */
export function Place({ file, line, content }: { file: string; line: number; content?: Blob | undefined }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const name = line > 0 ? `${file}:${line}` : file;
  if (!content || line === 0) return <span className="imports-place">{name}</span>;
  return (
    <>
      <button
        type="button"
        className="imports-place imports-open"
        aria-expanded={open}
        aria-label={say("imports.showLines", { place: name })}
        onClick={() => setOpen(!open)}
      >
        {name}
      </button>
      {open && <Excerpt file={content} line={line} />}
    </>
  );
}
