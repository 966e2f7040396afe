import "./StatusChip.css";
import { StatusGlyph } from "./StatusGlyph";

const hues: Record<string, string> = { PASSED: "pass", PARTIAL: "pass", FAILED: "fail", STALE: "warn" };

/** A status as glyph, word and colour, in that order of trust. Statuses it does not know are grey with a question mark. */
export function StatusChip({ status, word }: { status: string; word: string }) {
  return (
    <span className={`chip chip-${hues[status] ?? "idle"}`}>
      <StatusGlyph status={status} />
      {word}
    </span>
  );
}
