import { useWords } from "../../lib/words";
import type { Branch } from "./gen/operations";
import "../../ui/CoverageBar.css";

const kinds = ["passed", "failed", "stale", "notRun"] as const;

/** How a requirement's own cases stand, as a bar in a row; the words say what the lengths do. */
export function Shares({ coverage }: { coverage: Branch["coverage"] }) {
  const { say } = useWords();
  if (coverage.cases === 0) return <span className="zero">{say("trees.noCases")}</span>;
  const words = kinds.filter((kind) => coverage[kind] > 0).map((kind) => `${say(`column.${kind}`)} ${coverage[kind]}`);
  return (
    <span className="shares" title={words.join(", ")}>
      <span className="coverage-bar-line" aria-hidden="true">
        {kinds.map(
          (kind) =>
            coverage[kind] > 0 && (
              <span key={kind} className={`share share-${kind}`} style={{ flexGrow: coverage[kind] }} />
            ),
        )}
      </span>
      <span aria-hidden="true">
        {coverage.passed}/{coverage.cases}
      </span>
      <span className="hidden-word">{words.join(", ")}</span>
    </span>
  );
}
