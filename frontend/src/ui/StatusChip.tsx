import "./StatusChip.css";
import { StatusGlyph } from "./StatusGlyph";

const hues: Record<string, string> = {
  PASSED: "pass",
  PARTIAL: "pass",
  VALID: "pass",
  FAILED: "fail",
  ERROR: "error",
  ORPHANED: "error",
  BLOCKED: "block",
  IN_PROGRESS: "progress",
  STALE: "warn",
  SUSPECT: "warn",
};

/** A status as glyph, word and colour, in that order of trust. Statuses it does not know are grey with a question mark. */
export function StatusChip({ status, word, bare = false }: { status: string; word: string; bare?: boolean }) {
  return (
    <span className={`chip chip-${hues[status] ?? "idle"}${bare ? " chip-bare" : ""}`}>
      <StatusGlyph status={status} />
      {bare ? <span className="hidden-word">{word}</span> : word}
    </span>
  );
}
