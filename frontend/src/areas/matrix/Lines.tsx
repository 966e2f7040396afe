// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual both ways; the roles say what the boxes are.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell that is meant.
import { memo } from "react";
import { useWords } from "../../lib/words";
import { foreign } from "../../parts/Said";
import { Status } from "../../parts/Status";
import type { MatrixColumn, MatrixRow, MatrixSet } from "./gen/operations";
import { columnWidth, rowHeight } from "./sizes";

/** A column or a row that stands somewhere on the page. */
export interface Placed {
  index: number;
  start: number;
}

/** The name of a spot in the document. */
export const spotId = (down: number, across: number) => `matrix-${down}-${across}`;

/** Whether one of the links of a cell waits for a decision. */
export const isSuspect = (cell: MatrixSet) => cell.links.some(({ state }) => state === "SUSPECT");

/** What a requirement says of itself at the edge of the grid: its word, its key and title, and how many of its cases passed. */
export function RequirementHead({ one }: { one: MatrixRow }) {
  const { say, language } = useWords();
  const { status, cases, passed } = one.coverage;
  return (
    <>
      <Status kind="coverage" value={status} bare />
      <span className="key">{one.key}</span>
      <span className="matrix-title" lang={foreign(one.title, language)}>
        {one.title}
      </span>
      <span className="matrix-sum" title={cases > 0 ? say("matrix.summary", { passed, cases }) : say("matrix.noCases")}>
        {cases > 0 ? `${passed}/${cases}` : "–"}
      </span>
    </>
  );
}

/** What a test case says of itself there: how it went last, its key and its title. */
export function CaseHead({ one }: { one: MatrixColumn }) {
  const { language } = useWords();
  return (
    <>
      <Status kind="execution" value={one.lastStatus} bare />
      <span className="key">{one.key}</span>
      <span className="matrix-title" lang={foreign(one.title, language)}>
        {one.title}
      </span>
    </>
  );
}

/** Where a requirement and a case meet: what the case says, and whether the link is suspect. Each by its shape, then its colour. */
export function Cell(props: {
  down: number;
  across: number;
  left: number;
  cell: MatrixSet | undefined;
  words: string;
  active: boolean;
}) {
  const { down, across, left, cell, words, active } = props;
  return (
    <div
      role="gridcell"
      id={spotId(down, across)}
      aria-colindex={across + 2}
      aria-label={words}
      aria-selected={active}
      className={cell ? `matrix-cell matrix-${cell.evidence.toLowerCase()}` : "matrix-cell"}
      style={{ transform: `translateX(${left}px)`, width: columnWidth }}
    >
      {cell && <Status kind="coverage" value={cell.evidence} bare />}
      {cell && isSuspect(cell) && (
        <span className="matrix-suspect">
          <Status kind="link" value="SUSPECT" bare />
        </span>
      )}
    </div>
  );
}

interface LineProps {
  down: number;
  top: number;
  beside: number;
  across: readonly Placed[];
  /** What the line shows changes with these alone. */
  from: number;
  to: number;
  version: number;
  active: number | null;
  head: (down: number) => React.ReactNode;
  cell: (down: number, across: number) => MatrixSet | undefined;
  words: (down: number, across: number, cell: MatrixSet | undefined) => string;
}

/** One line of the grid. Only set cells are drawn, and the one that is active: the rest is paper. */
export const Line = memo(
  function Line({ down, top, beside, across, active, head, cell, words }: LineProps) {
    return (
      <div
        role="row"
        aria-rowindex={down + 2}
        className="matrix-line"
        style={{ transform: `translateY(${top}px)`, height: rowHeight }}
      >
        <div
          role="rowheader"
          id={spotId(down, -1)}
          aria-colindex={1}
          aria-selected={active === -1}
          className="matrix-beside"
          style={{ width: beside }}
        >
          {head(down)}
        </div>
        {across.map(({ index, start }) => {
          const set = cell(down, index);
          if (!set && active !== index) return null;
          return (
            <Cell
              key={index}
              down={down}
              across={index}
              left={start}
              cell={set}
              words={words(down, index, set)}
              active={active === index}
            />
          );
        })}
      </div>
    );
  },
  (a, b) =>
    a.down === b.down &&
    a.top === b.top &&
    a.beside === b.beside &&
    a.from === b.from &&
    a.to === b.to &&
    a.version === b.version &&
    a.active === b.active &&
    a.words === b.words,
);
