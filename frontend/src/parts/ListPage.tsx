import { type ReactNode, useEffect } from "react";
import type { Pages } from "../lib/usePages";
import { nameHere } from "../lib/walk";
import { useWords, type WordKey } from "../lib/words";
import { Command, Notice } from "../ui/Notice";
import { More } from "./Block";

/** A page that is one long list: its heading, how much of it is shown, the list, and the way to the rest. */
export function ListPage<Node>(props: {
  project: string;
  title: WordKey;
  empty: WordKey;
  pages: Pages<Node>;
  children: ReactNode;
}) {
  const { say } = useWords();
  const { project, pages } = props;
  const title = say(props.title);
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  return (
    <div className="thing" data-pane>
      <h1 data-arrive tabIndex={-1}>
        {title}
      </h1>
      {pages.total === 0 ? (
        <Notice title={say(props.empty)}>
          <p>{say("list.empty.next")}</p>
          <Command>{`asterism import results/ --project ${project}`}</Command>
        </Notice>
      ) : (
        <>
          <p className="quiet">{say("list.shown", { shown: pages.nodes.length, total: pages.total })}</p>
          {props.children}
          <More pages={pages} />
        </>
      )}
    </div>
  );
}
