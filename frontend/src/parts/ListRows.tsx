import { type KeyboardEvent, useMemo, useRef } from "react";
import { setParams } from "../lib/address";
import { useKeys } from "../lib/keys";
import type { Source } from "../lib/levels";
import { offsetOf } from "../lib/offsets";
import type { Slice } from "../lib/run";
import { tell } from "../lib/undo";
import { useRows } from "../lib/useRows";
import { useWords, type WordKey } from "../lib/words";
import type { Column } from "../ui/DataTable";
import { type VirtualColumn, type VirtualHandle, VirtualTable } from "../ui/VirtualTable";
import { BulkBar } from "./bulk/BulkBar";
import type { Assignable } from "./bulk/useBulk";
import { useSelection } from "./bulk/useSelection";
import { Failure } from "./Failure";
import { focusedRow, useRowKeys } from "./useTreeKeys";

const nothing: ReadonlySet<string> = new Set();
const none = () => [];

/** The rows of a long list: walked and selected by keys, ordered by a press on a head, changed many at a time. */
export function ListRows<Node extends Assignable>(props: {
  project: string;
  label: string;
  failed: WordKey;
  question: string;
  source: Source<Node>;
  top: Slice<Node>;
  columns: readonly Column<Node>[];
  name: (node: Node) => string;
  order: string;
  trash?: "cases" | "defects" | undefined;
  assign?: boolean | undefined;
}) {
  const { say } = useWords();
  const { question, source, top, order } = props;
  const rows = useRows({ question, source, top, open: nothing, below: none });
  const selection = useSelection(question, source);
  const handle = useRef<VirtualHandle>(null);
  const offset = useMemo(() => offsetOf(question), [question]);
  useRowKeys(rows, handle);
  const nodeAt = (row: number) => (row >= 0 && row < rows.count ? rows.at(row).node : undefined);
  useKeys(["x"], "bulk.key.pick", () => {
    const node = nodeAt(focusedRow());
    if (node) selection.toggle(node);
    return node !== undefined;
  });
  const extend = (by: 1 | -1) => (event: { shiftKey: boolean }) => {
    const now = focusedRow();
    if (!event.shiftKey || now < 0) return false;
    selection.add(nodeAt(now), nodeAt(now + by));
    handle.current?.focus(now + by);
    return true;
  };
  useKeys(["ArrowDown"], "bulk.key.range", extend(1));
  useKeys(["ArrowUp"], "bulk.key.range", extend(-1));
  const all = async () => {
    if (!(await selection.all())) tell(say("bulk.allFailed"), { failed: true });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "a" || !(event.ctrlKey || event.metaKey) || focusedRow() < 0) return;
    event.preventDefault();
    void all();
  };

  const { chosen } = selection;
  const every = rows.count > 0 && chosen.size >= rows.count;
  const pick: VirtualColumn<Node> = {
    id: "pick",
    kind: "pick",
    head: (
      <input
        type="checkbox"
        aria-label={say("bulk.pickAll")}
        checked={every}
        ref={(box) => {
          if (box) box.indeterminate = chosen.size > 0 && !every;
        }}
        onChange={() => (every ? selection.clear() : void all())}
      />
    ),
    cell: (node) => (
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={say("bulk.pick", { name: props.name(node) })}
        checked={chosen.has(node.id)}
        onChange={() => selection.toggle(node)}
      />
    ),
  };
  const columns: VirtualColumn<Node>[] = [...props.columns, pick].map((column) => {
    const field = "order" in column ? column.order : undefined;
    if (!field) return column;
    const down = order === `-${field}`;
    const sorted = order === field || down;
    return {
      ...column,
      ...(sorted ? { sort: down ? ("descending" as const) : ("ascending" as const) } : {}),
      head: (
        <button
          type="button"
          className="virtual-head"
          onClick={() => setParams({ order: order === field ? `-${field}` : field })}
        >
          {column.head} {sorted && <span aria-hidden="true">{down ? "↓" : "↑"}</span>}
        </button>
      ),
    };
  });
  const { failure, retry } = rows.levels;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the rows inside, which have the focus.
    <div className="list-rows" onKeyDown={onKey}>
      <BulkBar
        project={props.project}
        selection={selection}
        total={rows.count}
        trash={props.trash}
        assign={props.assign}
      />
      <VirtualTable
        label={props.label}
        columns={columns}
        count={rows.count}
        at={nodeAt}
        id={(row) => nodeAt(row)?.id ?? `row ${row}`}
        row={(row) => {
          const node = nodeAt(row);
          return { className: node && chosen.has(node.id) ? "row-picked" : undefined };
        }}
        reading={say("trees.reading")}
        show={rows.show}
        offset={offset}
        handle={handle}
      />
      {failure && <Failure what={props.failed} failure={failure} retry={retry} />}
    </div>
  );
}
