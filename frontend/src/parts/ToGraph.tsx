import type { MouseEvent } from "react";
import { hrefOf } from "../lib/address";
import { goTo } from "../lib/walk";
import { useWords } from "../lib/words";

/** Leads from a thing to the graph that begins at it; an execution is named by its id. */
export function ToGraph({
  project,
  root,
}: {
  project: string;
  root: `${"requirement" | "case" | "execution" | "defect"}:${string}`;
}) {
  const { say } = useWords();
  const place = { project, section: "graph" } as const;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(place, { root });
  };
  return (
    <a href={hrefOf(place, { root })} onClick={follow}>
      {say("graph.show")}
    </a>
  );
}
