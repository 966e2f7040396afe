import { useEffect, useState } from "react";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Failure } from "../../parts/Failure";
import { Missing } from "../../parts/Page";
import { Status } from "../../parts/Status";
import { Skeleton } from "../../ui/Skeleton";
import type { Narrowed } from "./asker";
import { Detail } from "./Detail";
import { Export } from "./Export";
import { Grid } from "./Grid";
import { List } from "./List";
import { Narrow } from "./Narrow";
import { Nothing } from "./Nothing";
import { useMatrix, useView, type View } from "./useMatrix";
import { useRoom } from "./useRoom";
import "./matrix.css";

/** Requirements against test cases: what is linked, what the cases say, and where nothing covers anything. */
export function MatrixPage({ project }: { project: string; chosen?: string | undefined }) {
  const { say } = useWords();
  const view = useView();
  const hasRoom = useRoom();
  const title = say("matrix.title");
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  const { rowText, columnText, gaps, linked } = view;
  const narrowed: Narrowed = { project, rowText, columnText, gaps, linked };
  return (
    <div className="matrix">
      <div className="matrix-top">
        <h1 data-arrive tabIndex={-1}>
          {title}
        </h1>
        <Export narrowed={narrowed} />
      </div>
      <Narrow view={view} isList={!hasRoom} />
      {hasRoom ? (
        <Wide narrowed={narrowed} view={view} />
      ) : (
        <List key={`${rowText}/${gaps}`} project={project} view={view} />
      )}
    </div>
  );
}

/** A spot that is looked at closely: a requirement, a case, or both. */
interface Opened {
  row: number;
  column: number;
}

function Wide({ narrowed, view }: { narrowed: Narrowed; view: View }) {
  const { say } = useWords();
  const asker = useMatrix(narrowed, view.corner);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { standing, tiles } = asker;
  if (standing.state === "loading") return <Skeleton rows={12} words={say("matrix.loading")} />;
  if (standing.state === "missing") return <Missing what={narrowed.project} />;
  if (standing.state === "failed") {
    if (standing.failure.code === "NOT_FOUND") return <Missing what={narrowed.project} />;
    return <Failure what="matrix.failed" failure={standing.failure} retry={asker.retry} />;
  }
  if (tiles.rowCount === 0 || tiles.columnCount === 0) {
    return <Nothing project={narrowed.project} view={view} rows={tiles.rowCount} />;
  }
  const close = () => {
    setOpened(null);
    document.querySelector<HTMLElement>("[data-grid]")?.focus();
  };
  return (
    <>
      <div className="matrix-legend">
        <p className="quiet">{say("matrix.shown", { rows: tiles.rowCount, columns: tiles.columnCount })}</p>
        <ul aria-label={say("matrix.legend")}>
          {["PASSED", "FAILED", "STALE", "NOT_RUN"].map((word) => (
            <li key={word}>
              <Status kind="coverage" value={word} />
            </li>
          ))}
          <li>
            <Status kind="link" value="SUSPECT" />
          </li>
        </ul>
      </div>
      <div className="matrix-frame">
        <Grid
          key={JSON.stringify([narrowed, view.turned])}
          asker={asker}
          turned={view.turned}
          corner={view.corner}
          open={(row, column) => setOpened({ row, column })}
        />
        {opened && (
          <Detail
            project={narrowed.project}
            requirement={tiles.row(opened.row)}
            testCase={tiles.column(opened.column)}
            cell={tiles.cell(opened.row, opened.column)}
            close={close}
          />
        )}
      </div>
    </>
  );
}
