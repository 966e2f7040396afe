import type { MouseEvent, ReactNode } from "react";
import { hrefOf, type Params, type Place } from "../lib/address";
import { goTo } from "../lib/walk";

/**
 * The link of a row in a list beside which its thing is shown: following it takes along what the address says of the list. Only one
 * row of a tree is a stop of the Tab key; from there the arrows go on.
 */
export function RowLink(props: { to: Place; carry?: Params; current?: boolean; stop?: boolean; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(props.to, props.carry);
  };
  return (
    <a
      href={hrefOf(props.to)}
      onClick={follow}
      aria-current={props.current ? "page" : undefined}
      tabIndex={props.stop === false ? -1 : undefined}
      data-row=""
    >
      {props.children}
    </a>
  );
}
