import "./CoverageBar.css";

/** One stretch of the bar: how many, what kind, and the words for a reader of the numbers. */
export interface Share {
  kind: "passed" | "failed" | "stale" | "notRun";
  count: number;
  word: string;
}

/** Shares of a whole by length and texture, so that grey eyes tell them apart too; the numbers stand beside it as text. */
export function CoverageBar({ shares }: { shares: readonly Share[] }) {
  const there = shares.filter(({ count }) => count > 0);
  return (
    <div className="coverage-bar">
      {there.length > 0 && (
        <div className="coverage-bar-line" aria-hidden="true">
          {there.map(({ kind, count }) => (
            <span key={kind} className={`share share-${kind}`} style={{ flexGrow: count }} />
          ))}
        </div>
      )}
      <ul>
        {there.map(({ kind, count, word }) => (
          <li key={kind}>
            <span className={`share share-${kind}`} aria-hidden="true" /> {word} {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
