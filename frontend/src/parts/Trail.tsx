import type { Rows } from "../lib/useRows";
import { useWords } from "../lib/words";

/** The rows above the first one in view, so that one knows where one is deep inside a tree; each leads back up to itself. */
export function Trail<Node>(props: {
  rows: Rows<Node>;
  /** The row above the first one in view; -1 when that stands at the top. */
  above: number;
  brief: (node: Node) => string;
  go: (row: number) => void;
}) {
  const { say } = useWords();
  const { rows } = props;
  const above: { row: number; name: string }[] = [];
  let row = props.above;
  while (row >= 0 && row < rows.count) {
    const { node, above: next } = rows.at(row);
    above.unshift({ row, name: node ? props.brief(node) : "…" });
    row = next;
  }
  if (above.length === 0) return null;
  return (
    <nav className="tree-trail" aria-label={say("trees.above")}>
      {above.map(({ row: at, name }) => (
        <button key={at} type="button" className="tree-trail-step" onClick={() => props.go(at)} title={name}>
          {name}
        </button>
      ))}
    </nav>
  );
}
