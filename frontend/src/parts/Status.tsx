import { type StatusKind, useWords } from "../lib/words";
import { StatusChip } from "../ui/StatusChip";

const looks: Partial<Record<StatusKind, Record<string, string>>> = {
  defect: {
    NEW: "OPEN",
    CONFIRMED: "OPEN",
    ASSIGNED: "OPEN",
    REOPENED: "OPEN",
    DEFERRED: "SKIPPED",
    RESOLVED: "OPEN",
    VERIFIED: "CLOSED",
    REJECTED: "NOT_APPLICABLE",
    DUPLICATE: "NOT_APPLICABLE",
  },
};

/** A status in the language of the page; `bare` shows the glyph alone and says the word to those who listen. */
export function Status({ kind, value, bare = false }: { kind: StatusKind; value: string; bare?: boolean }) {
  const { wordFor } = useWords();
  const look = looks[kind]?.[value] ?? value;
  return <StatusChip status={look} word={wordFor(kind, value)} bare={bare} />;
}
