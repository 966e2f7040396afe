// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual both ways; the roles say what the boxes are.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell that is meant.
import { observeElementRect, type Rect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../../lib/words";
import type { Asker } from "./asker";
import type { MatrixSet } from "./gen/operations";
import { CaseHead, isSuspect, Line, RequirementHead, spotId } from "./Lines";
import { columnWidth, headHeight, headWidth, moved, narrowHeadWidth, rowHeight, type Spot, spotAt } from "./sizes";
import type { Corner } from "./useMatrix";
import { useRest } from "./useRest";
import "./matrix.css";

/** How much is drawn where nothing has a size, as on a page that is only read aloud. */
const unseen = { width: 1000, height: 640 };
const observe = (grid: Virtualizer<HTMLDivElement, Element>, hear: (rect: Rect) => void) =>
  observeElementRect(grid, (rect) => hear(rect.height > 0 ? rect : unseen));

interface Props {
  asker: Asker;
  turned: boolean;
  corner: Corner;
  /** Opens what is known of a requirement (column -1), of a case (row -1), or of what joins the two. */
  open: (row: number, column: number) => void;
}

/** The matrix, of which only what is in view is drawn: virtual both ways, with its names held at the edges. */
export function Grid({ asker, turned, corner, open }: Props) {
  const { say, wordFor } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { tiles, version } = asker;
  const counts: Spot = turned
    ? { down: tiles.columnCount, across: tiles.rowCount }
    : { down: tiles.rowCount, across: tiles.columnCount };
  const [active, setActive] = useState<Spot>(() =>
    turned ? { down: corner.column, across: corner.row } : { down: corner.row, across: corner.column },
  );
  const beside = typeof window.innerWidth === "number" && window.innerWidth < 1000 ? narrowHeadWidth : headWidth;

  const shared = { getScrollElement: () => place.current, initialRect: unseen, observeElementRect: observe };
  const lines = useVirtualizer<HTMLDivElement, Element>({
    ...shared,
    count: counts.down,
    estimateSize: () => rowHeight,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 6,
    initialOffset: active.down * rowHeight,
  });
  const heads = useVirtualizer<HTMLDivElement, Element>({
    ...shared,
    count: counts.across,
    horizontal: true,
    estimateSize: () => columnWidth,
    paddingStart: beside,
    scrollPaddingStart: beside,
    overscan: 6,
    initialOffset: active.across * columnWidth,
  });
  const downward = lines.getVirtualItems();
  const across = heads.getVirtualItems();
  const from = across[0]?.index ?? 0;
  const to = (across.at(-1)?.index ?? 0) + 1;
  const top = downward[0]?.index ?? 0;
  const bottom = (downward.at(-1)?.index ?? 0) + 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new version, what is in view may have to be read anew.
  useEffect(() => {
    const spans = [
      { from: top, to: bottom },
      { from, to },
    ] as const;
    asker.want({ rows: turned ? spans[1] : spans[0], columns: turned ? spans[0] : spans[1] });
  }, [asker, turned, top, bottom, from, to, version]);

  useRest(place, turned);

  const cell = useCallback(
    (down: number, over: number) => (turned ? tiles.cell(over, down) : tiles.cell(down, over)),
    [tiles, turned],
  );
  const words = useCallback(
    (down: number, over: number, set: MatrixSet | undefined) => {
      const [row, column] = turned ? [over, down] : [down, over];
      const names = { requirement: tiles.row(row)?.key ?? row + 1, case: tiles.column(column)?.key ?? column + 1 };
      if (!set) return say("matrix.cellEmpty", names);
      return say(isSuspect(set) ? "matrix.cellSuspect" : "matrix.cell", {
        ...names,
        evidence: wordFor("coverage", set.evidence),
      });
    },
    [tiles, turned, say, wordFor],
  );
  const headOf = useCallback(
    (isCase: boolean, at: number) => {
      const requirement = isCase ? undefined : tiles.row(at);
      const testCase = isCase ? tiles.column(at) : undefined;
      if (requirement) return <RequirementHead one={requirement} />;
      if (testCase) return <CaseHead one={testCase} />;
      return <span className="matrix-unread" />;
    },
    [tiles],
  );
  const titleOf = (at: number) => {
    const one = turned ? tiles.row(at) : tiles.column(at);
    return one && `${one.key} ${one.title}`;
  };
  const lineHead = useCallback((down: number) => headOf(turned, down), [headOf, turned]);

  const go = (spot: Spot) => {
    setActive(spot);
    if (spot.down >= 0) lines.scrollToIndex(spot.down);
    if (spot.across >= 0) heads.scrollToIndex(spot.across);
  };
  const show = ({ down, across: over }: Spot) => (turned ? open(over, down) : open(down, over));
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return show(active);
    }
    const page = Math.max(1, Math.floor(((place.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const next = moved(event.key, event.ctrlKey, active, counts, page);
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const point = (event: MouseEvent) => {
    const grid = event.currentTarget;
    const { left, top: above } = grid.getBoundingClientRect();
    const spot = spotAt(
      event.clientX - left,
      event.clientY - above,
      { left: grid.scrollLeft, top: grid.scrollTop },
      beside,
    );
    if (spot.down >= counts.down || spot.across >= counts.across || (spot.down < 0 && spot.across < 0)) return;
    setActive(spot);
    if (spot.down < 0 || spot.across < 0 || cell(spot.down, spot.across)) show(spot);
  };

  const isDrawn =
    (active.down === -1 || (active.down >= top && active.down < bottom)) &&
    (active.across === -1 || (active.across >= from && active.across < to));
  return (
    <div
      ref={place}
      role="grid"
      tabIndex={0}
      className="matrix-grid"
      aria-label={say(turned ? "matrix.gridTurned" : "matrix.grid")}
      aria-rowcount={counts.down + 1}
      aria-colcount={counts.across + 1}
      aria-activedescendant={isDrawn ? spotId(active.down, active.across) : undefined}
      data-grid
      onKeyDown={press}
      onClick={point}
    >
      <div
        role="presentation"
        className="matrix-space"
        style={{ width: heads.getTotalSize(), height: lines.getTotalSize(), backgroundPositionX: beside }}
      >
        <div role="row" aria-rowindex={1} className="matrix-heads" style={{ height: headHeight }}>
          <div role="columnheader" aria-colindex={1} className="matrix-corner" style={{ width: beside }}>
            {say(turned ? "matrix.cornerTurned" : "matrix.corner")}
          </div>
          {across.map(({ index, start }) => (
            <div
              key={index}
              role="columnheader"
              id={spotId(-1, index)}
              aria-colindex={index + 2}
              title={titleOf(index)}
              aria-selected={active.down === -1 && active.across === index}
              className="matrix-above"
              style={{ transform: `translateX(${start}px)`, width: columnWidth }}
            >
              {headOf(!turned, index)}
            </div>
          ))}
        </div>
        {downward.map(({ index, start }) => (
          <Line
            key={index}
            down={index}
            top={start}
            beside={beside}
            across={across}
            from={from}
            to={to}
            version={version}
            active={active.down === index ? active.across : null}
            head={lineHead}
            cell={cell}
            words={words}
          />
        ))}
      </div>
    </div>
  );
}
