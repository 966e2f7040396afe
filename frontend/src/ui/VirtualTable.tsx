import { observeElementRect, type Rect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import {
  type ComponentProps,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { rowHeight, useSteadyRows } from "./steadyRows";
import "./VirtualTable.css";

/** How much is drawn where nothing has a height, as on a page that is only read aloud or printed. */
const unseen = { width: 1000, height: 640 };

/** A column of a table of many rows. */
export interface VirtualColumn<Row> {
  id: string;
  head: ReactNode;
  kind?: string | undefined;
  width?: number | undefined;
  minor?: boolean | undefined;
  sort?: "ascending" | "descending" | undefined;
  cell: (row: Row, at: number) => ReactNode;
}

/** How others reach the rows. */
export interface VirtualHandle {
  /** Puts the focus on a row, and brings it into view. */
  focus: (row: number) => void;
  /** The row that has the focus, or had it last. */
  active: () => number;
}

interface Props<Row> {
  label: string;
  /** A tree whose rows unfold, or a plain table. */
  tree?: boolean;
  columns: readonly VirtualColumn<Row>[];
  count: number;
  /** What a row shows; nothing while it is being read. */
  at: (row: number) => Row | undefined;
  id: (row: number) => string;
  /** What a row says of itself besides its cells. */
  row?: (row: number) => ComponentProps<"tr">;
  /** Words for a row that is being read. */
  reading: string;
  show: (from: number, to: number) => void;
  /** Where the list was left, kept by whoever outlives it. */
  offset?: { get: () => number; keep: (offset: number) => void };
  handle?: Ref<VirtualHandle>;
  onActive?: (row: number) => void;
}

const observe = (table: Virtualizer<HTMLDivElement, HTMLTableRowElement>, hear: (rect: Rect) => void) =>
  observeElementRect(table, (rect) => hear(rect.height > 0 ? rect : unseen));

/**
 * A table of which only the rows in view are drawn, however many there are; the rows in between are room. The row that has the
 * focus stays drawn wherever one scrolls, so that the keyboard never loses its place.
 */
export function VirtualTable<Row>(props: Props<Row>) {
  const { columns, count, at, show, offset } = props;
  const place = useRef<HTMLDivElement>(null);
  const active = useRef(-1);
  const [kept, setKept] = useState(-1);
  const wanted = useRef(-1);
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: unseen,
    observeElementRect: observe,
    initialOffset: offset?.get ?? 0,
    scrollPaddingEnd: rowHeight,
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const from = Math.max(0, startIndex - overscan);
      const rows = Array.from({ length: Math.min(count, endIndex + overscan + 1) - from }, (_, row) => from + row);
      if (kept < 0 || kept >= count || rows.includes(kept)) return rows;
      return kept < from ? [kept, ...rows] : [...rows, kept];
    },
  });
  // Another list in the same place begins where it was left itself.
  const list = useRef(offset);
  useLayoutEffect(() => {
    if (list.current === offset) return;
    list.current = offset;
    active.current = -1;
    setKept(-1);
    if (place.current) place.current.scrollTop = offset?.get() ?? 0;
  }, [offset]);
  const { range, scrollOffset } = virtual;
  const from = range?.startIndex ?? 0;
  const to = range?.endIndex ?? 0;
  useEffect(() => show(from, Math.min(to, count - 1)), [show, from, to, count]);
  useEffect(() => list.current?.keep(scrollOffset ?? 0), [scrollOffset]);
  const moved = (row: number) => {
    active.current = row;
    setKept(row);
  };
  useSteadyRows({ place, from, count, id: props.id, active: kept, moved });

  const focusNow = (row: number) => {
    const line = place.current?.querySelector<HTMLElement>(`tr[data-at="${row}"]`);
    if (!line) return false;
    const link = line.querySelector<HTMLElement>("[data-row]");
    (link ?? line).focus({ preventScroll: true });
    return link !== null;
  };
  // A row that is still being read takes the focus itself, and hands it on when its words are there.
  useEffect(() => {
    if (wanted.current < 0) return;
    const now = document.activeElement;
    const strayed = now && now !== document.body && !place.current?.contains(now);
    if (strayed || focusNow(wanted.current)) wanted.current = -1;
  });
  const focus = (row: number) => {
    const next = Math.max(0, Math.min(count - 1, row));
    active.current = next;
    wanted.current = focusNow(next) ? -1 : next;
    setKept(next);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  useImperativeHandle(props.handle, () => ({ focus, active: () => active.current }));

  const lines: ReactNode[] = [];
  const seen = new Set<string>();
  let next = 0;
  for (const { index, start } of virtual.getVirtualItems()) {
    if (index >= count) break;
    if (index > next)
      lines.push(<Room key={`before ${index === from ? "" : index}`} rows={index - next} across={columns.length} />);
    next = index + 1;
    const row = at(index);
    const id = seen.has(props.id(index)) ? `${start}` : props.id(index);
    seen.add(id);
    lines.push(
      <tr
        key={id}
        data-at={index}
        aria-rowindex={index + 2}
        tabIndex={-1}
        aria-busy={row === undefined || undefined}
        {...props.row?.(index)}
        onFocus={() => {
          active.current = index;
          if (kept !== index) setKept(index);
          props.onActive?.(index);
        }}
      >
        {row === undefined ? (
          <td colSpan={columns.length} className="virtual-reading">
            <span className="hidden-word">{props.reading}</span>
          </td>
        ) : (
          columns.map(({ id: name, kind, minor, cell }, column) => (
            <Cell key={name} head={column === 0 && !props.tree} className={classOf(kind, minor)}>
              {cell(row, index)}
            </Cell>
          ))
        )}
      </tr>,
    );
  }
  if (next < count) lines.push(<Room key="after" rows={count - next} across={columns.length} />);

  return (
    <div className="virtual" ref={place}>
      <table
        className="table virtual-table"
        aria-label={props.label}
        aria-rowcount={count + 1}
        role={props.tree ? "treegrid" : undefined}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, head, kind, minor, width, sort }) => (
              <th key={id} scope="col" className={classOf(kind, minor)} style={{ width }} aria-sort={sort}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{lines}</tbody>
      </table>
    </div>
  );
}

function classOf(kind: string | undefined, minor: boolean | undefined): string | undefined {
  return [kind, minor && "minor"].filter(Boolean).join(" ") || undefined;
}

function Cell({ head, className, children }: { head: boolean; className: string | undefined; children: ReactNode }) {
  if (!head) return <td className={className}>{children}</td>;
  return (
    <th scope="row" className={className}>
      {children}
    </th>
  );
}

/** The room that rows take which are not drawn. */
function Room({ rows, across }: { rows: number; across: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is room, and nothing that could take the focus.
    <tr aria-hidden="true" className="virtual-room" style={{ height: rows * rowHeight }}>
      <td colSpan={across} />
    </tr>
  );
}
