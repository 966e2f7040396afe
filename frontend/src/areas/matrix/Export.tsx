import { useEffect, useRef, useState } from "react";
import { tell } from "../../lib/undo";
import { useWords, type WordKey } from "../../lib/words";
import type { Narrowed } from "./asker";
import { csv, exportLines } from "./csv";

const heads: readonly WordKey[] = [
  "matrix.csv.requirement",
  "matrix.csv.title",
  "matrix.csv.version",
  "matrix.csv.coverage",
  "matrix.csv.case",
  "matrix.csv.caseTitle",
  "matrix.csv.caseVersion",
  "matrix.csv.evidence",
  "matrix.csv.role",
  "matrix.csv.state",
];

/** Writes everything that matches into a file, says how far it is, and can be stopped. */
export function Export({ narrowed }: { narrowed: Narrowed }) {
  const { say } = useWords();
  const [done, setDone] = useState<{ done: number; total: number } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = async () => {
    const now = new AbortController();
    running.current = now;
    setDone({ done: 0, total: 0 });
    try {
      const { lines, isOneMoment } = await exportLines(
        narrowed,
        (read, total) => setDone({ done: read, total }),
        now.signal,
      );
      const file = `${narrowed.project}-matrix.csv`;
      save(file, csv([heads.map((head) => say(head)), ...lines]));
      tell(say(isOneMoment ? "matrix.exported" : "matrix.exportedChanged", { count: lines.length, file }));
    } catch (cause) {
      if (!now.signal.aborted)
        tell(say("matrix.exportFailed", { why: cause instanceof Error ? cause.message : String(cause) }), {
          failed: true,
        });
    } finally {
      if (!now.signal.aborted) setDone(null);
    }
  };
  const stop = () => {
    running.current?.abort();
    setDone(null);
  };
  if (!done) {
    return (
      <button type="button" className="button" onClick={() => void begin()}>
        {say("matrix.export")}
      </button>
    );
  }
  return (
    <span className="matrix-export">
      <progress max={done.total || 1} value={done.done} aria-label={say("matrix.export")} />
      <span>{say("matrix.exporting", done)}</span>
      <button type="button" className="button" onClick={stop}>
        {say("matrix.cancel")}
      </button>
    </span>
  );
}

/** Hands a text to the reader as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
