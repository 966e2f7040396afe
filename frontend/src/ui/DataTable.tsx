import type { ReactNode } from "react";
import "./DataTable.css";

/** A column of a table: its word, how it stands, and what it shows of a row. */
export interface Column<Row> {
  id: string;
  head: ReactNode;
  kind?: "number" | "wide" | "text" | "note" | "key" | undefined;
  cell: (row: Row) => ReactNode;
  /** What a list of many rows needs to know: how wide it is in pixels, and whether it goes first where there is little room. */
  width?: number;
  minor?: boolean;
  /** The field that the server orders by when its head is pressed. */
  order?: string;
}

/** Rows under a head. The first column names its row; in a narrow place cells wrap, and what is still too wide scrolls by itself. */
export function DataTable<Row>(props: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string;
  current?: string | undefined;
}) {
  const [first, ...rest] = props.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable to be scrolled by keys.
    <section className="table-scroll" aria-label={props.label} tabIndex={0}>
      <table className="table" aria-label={props.label}>
        <thead>
          <tr>
            {props.columns.map(({ id, head, kind }) => (
              <th key={id} scope="col" className={kind}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.id(row)} aria-current={props.current === props.id(row) ? "true" : undefined}>
              {first && (
                <th scope="row" className={first.kind}>
                  {first.cell(row)}
                </th>
              )}
              {rest.map(({ id, kind, cell }) => (
                <td key={id} className={kind}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
