import { ask, RequestFailed } from "../../lib/client";
import type { Narrowed } from "./asker";
import {
  type MatrixColumn,
  type MatrixRow,
  type MatrixSet,
  MatrixWindow,
  type MatrixWindowData,
} from "./gen/operations";

/** How far an export is, in requirements. */
export type Progress = (done: number, total: number) => void;

/** What was exported: its lines, and whether all of them are of one moment. */
export interface Exported {
  lines: string[][];
  isOneMoment: boolean;
}

const greatest = 200;

/** Reads everything that matches, window by window: a line for each link, and one for each requirement without any. */
export async function exportLines(narrowed: Narrowed, tell: Progress, signal: AbortSignal): Promise<Exported> {
  const lines: string[][] = [];
  const moments = new Set<number>();
  let total = Number.POSITIVE_INFINITY;
  for (let from = 0; from < total; from += greatest) {
    const block = await readRows(narrowed, from, greatest, moments, signal);
    total = block.total;
    lines.push(...block.lines);
    tell(Math.min(total, from + greatest), total);
  }
  return { lines, isOneMoment: moments.size <= 1 };
}

/** Reads some rows over all their columns; a window that is too full is read in halves. */
async function readRows(
  narrowed: Narrowed,
  from: number,
  first: number,
  moments: Set<number>,
  signal: AbortSignal,
): Promise<{ total: number; lines: string[][] }> {
  try {
    return await readBlock(narrowed, from, first, moments, signal);
  } catch (cause) {
    const isFull = cause instanceof RequestFailed && cause.code === "COMPLEXITY_LIMIT_EXCEEDED";
    if (!isFull || first <= 1) throw cause;
    const half = Math.floor(first / 2);
    const upper = await readRows(narrowed, from, half, moments, signal);
    const lower = await readRows(narrowed, from + half, first - half, moments, signal);
    return { total: upper.total, lines: [...upper.lines, ...lower.lines] };
  }
}

async function readBlock(
  { project, rowText, columnText, gaps, linked }: Narrowed,
  rowFrom: number,
  rowFirst: number,
  moments: Set<number>,
  signal: AbortSignal,
) {
  let rows: readonly MatrixRow[] = [];
  let total = 0;
  const found = new Map<number, string[][]>();
  let columns = Number.POSITIVE_INFINITY;
  for (let columnFrom = 0; columnFrom < columns; columnFrom += greatest) {
    const variables = {
      project,
      rowFrom,
      rowFirst,
      rowText,
      columnFrom,
      columnFirst: greatest,
      columnText,
      gaps,
      linked,
    };
    const data = await ask<MatrixWindowData>(MatrixWindow.text, variables, signal);
    const matrix = data.project?.matrix;
    if (!matrix) break;
    moments.add(data.snapshot.seq);
    rows = matrix.rows;
    total = matrix.rowCount;
    columns = matrix.columnCount;
    for (const cell of matrix.cells) {
      const row = matrix.rows[cell.row];
      const column = matrix.columns[cell.column];
      if (row && column) found.set(cell.row, [...(found.get(cell.row) ?? []), ...linesOf(row, column, cell)]);
    }
  }
  return { total, lines: rows.flatMap((row, at) => found.get(at) ?? [[...ofRow(row), "", "", "", "", "", ""]]) };
}

const ofRow = ({ key, title, contentVersion, coverage }: MatrixRow) => [
  key,
  title,
  String(contentVersion),
  coverage.status,
];

function linesOf(row: MatrixRow, column: MatrixColumn, cell: MatrixSet): string[][] {
  const ofCase = [column.key, column.title, String(column.contentVersion), cell.evidence];
  return cell.links.map(({ role, state }) => [...ofRow(row), ...ofCase, role, state]);
}

/** The text of a CSV file. A cell that a spreadsheet would take for a formula is marked as text. */
export function csv(lines: readonly (readonly string[])[]): string {
  const field = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}
