import type { KeyboardEvent } from "react";
import { memo } from "react";
import type { StatusKind } from "../../lib/words";
import { useWords } from "../../lib/words";
import { Status } from "../../parts/Status";
import type { Spot } from "./layout";
import type { Kind, Node } from "./model";

/** The set of words that the status of a kind belongs to. */
export const statusKind: Record<Kind, StatusKind> = {
  requirement: "coverage",
  case: "execution",
  execution: "execution",
  defect: "defect",
};

interface Props {
  node: Node;
  spot: Spot;
  chosen: boolean;
  onPath: boolean;
  faded: boolean;
  open: boolean;
  busy: boolean;
  /** 2 shows all, 1 the key, 0 the sign alone: what can still be read at this zoom. */
  detail: 0 | 1 | 2;
  relations: number;
  choose: (id: string) => void;
  follow: (id: string) => void;
  toggle: (id: string) => void;
}

/** One thing of the graph: its shape says its kind, its sign how it stands. */
export const NodeBox = memo(function NodeBox(props: Props) {
  const { say, wordFor } = useWords();
  const { node, spot, chosen, detail } = props;
  const kind = say(`graph.kind.${node.kind}`);
  const word = wordFor(statusKind[node.kind], node.status);
  const classes = ["graph-node", `graph-node-${node.kind}`];
  if (chosen) classes.push("graph-node-chosen");
  if (props.onPath) classes.push("graph-node-path");
  if (props.faded) classes.push("graph-node-faded");
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter") props.follow(node.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="treeitem"
      aria-selected={chosen}
      aria-expanded={props.open}
      aria-busy={props.busy}
      aria-label={[kind, node.key, node.title, word, `${say("graph.relations")} ${props.relations}`]
        .filter(Boolean)
        .join(", ")}
      tabIndex={chosen ? 0 : -1}
      data-node={node.id}
      className={classes.join(" ")}
      style={{ transform: `translate(${spot.x}px, ${spot.y}px)` }}
      onClick={() => props.choose(node.id)}
      onDoubleClick={() => props.follow(node.id)}
      onFocus={() => props.choose(node.id)}
      onKeyDown={pressed}
    >
      <Status kind={statusKind[node.kind]} value={node.status} bare />
      {detail > 0 && <span className="key">{node.key}</span>}
      {detail > 1 && (
        <>
          <span className="graph-node-title">{node.title}</span>
          <button
            type="button"
            tabIndex={-1}
            className="graph-node-open"
            aria-hidden="true"
            title={props.open ? say("graph.fold") : say("graph.expand")}
            onClick={(event) => {
              event.stopPropagation();
              props.toggle(node.id);
            }}
          >
            {props.busy ? "…" : props.open ? "−" : "+"}
          </button>
        </>
      )}
    </div>
  );
});
