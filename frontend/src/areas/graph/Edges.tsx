import { memo } from "react";
import { type Spot, size } from "./layout";
import type { Edge } from "./model";

/** The line between two spots: a calm curve between lanes, a bow beside a lane for those above each other. */
export function lineOf(from: Spot, to: Spot): string {
  const half = size.height / 2;
  if (from.x === to.x) {
    const bow = from.x - 22;
    return `M${from.x} ${from.y + half}C${bow} ${from.y + half} ${bow} ${to.y + half} ${to.x} ${to.y + half}`;
  }
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  const [x1, x2] = [left.x + size.width, right.x];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${left.y + half}C${middle} ${left.y + half} ${middle} ${right.y + half} ${x2} ${right.y + half}`;
}

/** All lines of the graph that are near what is seen. A link in doubt is dashed and bears its sign. */
export const Edges = memo(function Edges(props: {
  edges: readonly Edge[];
  spots: ReadonlyMap<string, Spot>;
  path: ReadonlySet<string>;
  seen: (spot: Spot) => boolean;
}) {
  const { spots, seen } = props;
  return (
    <svg className="graph-edges" aria-hidden="true">
      <title />
      {props.edges.map(({ from, to, state }) => {
        const [a, b] = [spots.get(from), spots.get(to)];
        if (!a || !b || !(seen(a) || seen(b))) return null;
        const name = `${from} ${to}`;
        const isDoubtful = state === "SUSPECT" || state === "ORPHANED";
        const classes = ["graph-edge"];
        if (isDoubtful) classes.push(`graph-edge-${state.toLowerCase()}`);
        if (props.path.has(name)) classes.push("graph-edge-path");
        return (
          <g key={name} className={classes.join(" ")}>
            <path d={lineOf(a, b)} />
            {isDoubtful && <Mark a={a} b={b} />}
          </g>
        );
      })}
    </svg>
  );
});

function Mark({ a, b }: { a: Spot; b: Spot }) {
  const x = a.x === b.x ? a.x - 16 : (Math.min(a.x, b.x) + size.width + Math.max(a.x, b.x)) / 2;
  const y = (a.y + b.y) / 2 + size.height / 2;
  return <path className="graph-edge-mark" d={`M${x} ${y - 7}l7 13h-14z`} />;
}
