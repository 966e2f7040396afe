import type { MouseEvent, ReactNode } from "react";
import { hrefOf, type Place } from "../lib/address";
import { goTo } from "../lib/walk";

/** A link to a place of the page. A plain click stays inside the page; with a modifier the browser does what it always does. */
export function ThingLink(props: { to: Place; row?: boolean; current?: boolean; label?: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(props.to);
  };
  return (
    <a
      href={hrefOf(props.to)}
      onClick={follow}
      aria-label={props.label}
      aria-current={props.current ? "page" : undefined}
      data-row={props.row ? "" : undefined}
    >
      {props.children}
    </a>
  );
}
