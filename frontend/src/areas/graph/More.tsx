import { useWords } from "../../lib/words";
import type { Spot } from "./layout";
import type { Part } from "./model";

/** What is known of and not shown, as one bundle beside what it belongs to. */
export function More(props: { part: Part; of: string; busy: boolean; at: Spot; more: (part: Part) => void }) {
  const { say } = useWords();
  const { part, at } = props;
  const count = part.total - part.shown.length;
  const what = say(`graph.more.${part.branch}`);
  return (
    <button
      type="button"
      className="graph-more"
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      aria-label={say("graph.more.of", { key: props.of, count, what })}
      aria-busy={props.busy}
      onClick={() => props.more(part)}
    >
      {props.busy ? "…" : say("graph.more", { count, what })}
    </button>
  );
}
