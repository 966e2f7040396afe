import "./Skeleton.css";

/** Rows of the height that the answer will have, so that nothing jumps when it comes; the first moments show nothing at all. */
export function Skeleton({ rows = 8, words }: { rows?: number; words: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden-word">{words}</span>
      <span className="skeleton-late">{words}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <span key={row} className="skeleton-row" />
      ))}
    </div>
  );
}
