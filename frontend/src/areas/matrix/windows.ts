import type { MatrixColumn, MatrixRow, MatrixSet } from "./gen/operations";

/** Edge of a tile: windows are whole tiles, so that a small scroll asks for nothing that is already here. */
export const tile = 40;
/** The greatest window that the server answers, in tiles. */
const widest = 5;
/** How many tiles are kept; the ones that were put in first go first. */
const most = 600;

/** A stretch of an axis, the end not counted. */
export interface Span {
  from: number;
  to: number;
}

/** One window of the matrix: which rows and which columns. */
export interface Area {
  rows: Span;
  columns: Span;
}

/** What the server answered for an area. */
export interface Answered {
  rowCount: number;
  columnCount: number;
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  cells: readonly MatrixSet[];
}

const name = (row: number, column: number) => `${row}/${column}`;

/** The whole tiles around a span, as many as one window may hold. */
export function snapped({ from, to }: Span): Span {
  const begin = Math.floor(from / tile) * tile;
  const end = Math.max(begin + tile, Math.ceil(to / tile) * tile);
  return { from: begin, to: Math.min(end, begin + widest * tile) };
}

function* tilesOf({ rows, columns }: Area): Generator<string> {
  for (let row = rows.from; row < rows.to; row += tile) {
    for (let column = columns.from; column < columns.to; column += tile) yield name(row, column);
  }
}

/** What was read of a matrix, tile by tile. */
export class Tiles {
  rowCount = 0;
  columnCount = 0;
  private known = new Set<string>();
  private rows = new Map<number, MatrixRow>();
  private columns = new Map<number, MatrixColumn>();
  private cells = new Map<number, Map<number, MatrixSet>>();

  /** Whether every tile of an area is here. */
  has(area: Area): boolean {
    for (const one of tilesOf(this.within(area))) if (!this.known.has(one)) return false;
    return true;
  }

  /** Puts an answer in. One of another moment is put in alone: tiles of two moments do not stand side by side. */
  put(area: Area, answered: Answered, anew: boolean): void {
    if (anew || this.known.size > most) this.forget();
    this.rowCount = answered.rowCount;
    this.columnCount = answered.columnCount;
    for (const one of tilesOf(area)) this.known.add(one);
    for (const [at, row] of answered.rows.entries()) this.rows.set(area.rows.from + at, row);
    for (const [at, column] of answered.columns.entries()) this.columns.set(area.columns.from + at, column);
    for (const cell of answered.cells) this.set(area.rows.from + cell.row, area.columns.from + cell.column, cell);
  }

  row(at: number): MatrixRow | undefined {
    return this.rows.get(at);
  }

  column(at: number): MatrixColumn | undefined {
    return this.columns.get(at);
  }

  cell(row: number, column: number): MatrixSet | undefined {
    return this.cells.get(row)?.get(column);
  }

  private set(row: number, column: number, cell: MatrixSet): void {
    const line = this.cells.get(row) ?? new Map<number, MatrixSet>();
    line.set(column, cell);
    this.cells.set(row, line);
  }

  private forget(): void {
    this.known = new Set();
    this.rows = new Map();
    this.columns = new Map();
    this.cells = new Map();
  }

  /** An area without what lies beyond the ends. */
  private within({ rows, columns }: Area): Area {
    return {
      rows: { ...rows, to: Math.min(rows.to, this.rowCount) },
      columns: { ...columns, to: Math.min(columns.to, this.columnCount) },
    };
  }
}
