import { type ReactNode, useId } from "react";
import type { Pages } from "../lib/usePages";
import { useWords } from "../lib/words";
import { Failure } from "./Failure";
import "./parts.css";

/** A titled stretch of a page with how many things it holds; without any it says so in one sentence. */
export function Block(props: { title: string; count?: number; empty?: string; id?: string; children?: ReactNode }) {
  const heading = useId();
  return (
    <section className="block" aria-labelledby={heading} id={props.id} tabIndex={props.id ? -1 : undefined}>
      <h2 id={heading}>
        {props.title} {props.count !== undefined && <span className="block-count">{props.count}</span>}
      </h2>
      {props.count === 0 && props.empty ? <p className="quiet">{props.empty}</p> : props.children}
    </section>
  );
}

/** How much of a list is shown, and a button for the rest; nothing when all of it is. */
export function More<Node>({ pages }: { pages: Pages<Node> }) {
  const { say } = useWords();
  const parts = { shown: pages.nodes.length, total: pages.total };
  if (pages.failure && pages.more) return <Failure what="more.failed" failure={pages.failure} retry={pages.more} />;
  if (!pages.more) return null;
  return (
    <button type="button" className="button more" onClick={pages.more} disabled={pages.busy}>
      {say(pages.busy ? "more.busy" : "more.next", parts)}
    </button>
  );
}
