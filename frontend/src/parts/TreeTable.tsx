import { type ReactNode, useMemo, useRef, useState } from "react";
import { type Place, useParams } from "../lib/address";
import { offsetOf } from "../lib/offsets";
import type { Row, Rows } from "../lib/useRows";
import { useWords, type WordKey } from "../lib/words";
import { Fold } from "../ui/Fold";
import "../ui/tree.css";
import { type VirtualColumn, type VirtualHandle, VirtualTable } from "../ui/VirtualTable";
import { Failure } from "./Failure";
import { RowLink } from "./RowLink";
import { Trail } from "./Trail";
import { useTreeKeys } from "./useTreeKeys";

interface Props<Node> {
  /** The question that the rows answer, by which its place is found again. */
  question: string;
  label: string;
  head: string;
  failed: WordKey;
  rows: Rows<Node>;
  open: ReadonlySet<string>;
  setOpen: (open: ReadonlySet<string>) => void;
  id: (node: Node) => string;
  canOpen: (node: Node) => boolean;
  to: (node: Node) => Place;
  chosen: (node: Node) => boolean;
  /** What a row shows inside its link, what its handle says, and what stands after the link. */
  words: (node: Node) => ReactNode;
  handle: (node: Node) => string;
  after?: (node: Node) => ReactNode;
  /** The name of a row in the line of those above it. */
  brief: (node: Node) => string;
  /** Columns after the one that unfolds. */
  columns: readonly VirtualColumn<Node>[];
}

/** A tree of any size: rows that unfold, walked by arrows, read as they come into view. */
export function TreeTable<Node>(props: Props<Node>) {
  const { say } = useWords();
  const params = useParams();
  const handle = useRef<VirtualHandle>(null);
  const [active, setActive] = useState(0);
  const [above, setAbove] = useState(-1);
  const { rows, open, setOpen, id, canOpen, question } = props;
  useTreeKeys({ rows, handle, id, canOpen, open, setOpen });
  const offset = useMemo(() => offsetOf(question), [question]);
  const toggle = (node: Node) => {
    const next = new Set(open);
    if (!next.delete(id(node))) next.add(id(node));
    setOpen(next);
  };
  const show = useMemo(() => {
    return (from: number, to: number) => {
      // The row above the first one in view changes seldom: scrolling alone draws the table alone.
      setAbove(from < rows.count ? rows.at(from).above : -1);
      rows.show(from, to);
    };
  }, [rows.show, rows.at, rows.count]);

  const columns: VirtualColumn<Row<Node>>[] = [
    {
      id: "tree",
      head: props.head,
      kind: "wide",
      cell: ({ node, depth }, at) => {
        if (!node) return null;
        const unfolded = open.has(id(node));
        return (
          <span className="twig" style={{ paddingInlineStart: (depth - 1) * 20 }}>
            {canOpen(node) ? (
              <Fold open={unfolded} label={props.handle(node)} toggle={() => toggle(node)} tabIndex={-1} />
            ) : (
              <span className="fold" />
            )}
            <RowLink to={props.to(node)} carry={params} current={props.chosen(node)} stop={at === active}>
              {props.words(node)}
            </RowLink>
            {props.after?.(node)}
          </span>
        );
      },
    },
    ...props.columns.map((column) => ({
      ...column,
      cell: ({ node }: Row<Node>, at: number) => node && column.cell(node, at),
    })),
  ];
  const { failure, retry } = rows.levels;
  return (
    <>
      <Trail rows={rows} above={above} brief={props.brief} go={(row) => handle.current?.focus(row)} />
      <VirtualTable
        label={props.label}
        tree
        columns={columns}
        count={rows.count}
        at={(at) => (rows.at(at).node ? rows.at(at) : undefined)}
        id={(at) => {
          const { node, level, place } = rows.at(at);
          return node ? `${level}/${id(node)}` : `${level} ${place}`;
        }}
        row={(at) => {
          const { node, depth, place, siblings } = rows.at(at);
          return {
            "aria-level": depth,
            "aria-posinset": place + 1,
            "aria-setsize": siblings,
            "aria-expanded": node && canOpen(node) ? open.has(id(node)) : undefined,
            className: node && props.chosen(node) ? "twig-chosen" : undefined,
          };
        }}
        reading={say("trees.reading")}
        show={show}
        offset={offset}
        handle={handle}
        onActive={setActive}
      />
      {failure && <Failure what={props.failed} failure={failure} retry={retry} />}
    </>
  );
}
