import { useState } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Missing } from "../../parts/Page";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { MatrixList, type MatrixListData } from "./gen/operations";
import { Nothing } from "./Nothing";
import type { View } from "./useMatrix";

const step = 20;
type Item = NonNullable<MatrixListData["project"]>["matrix"]["rows"][number];

/** The matrix where it has no room: requirement by requirement, each with the cases that are linked to it. */
export function List({ project, view }: { project: string; view: View }) {
  const { say } = useWords();
  const [first, setFirst] = useState(step);
  const { rowText: text, gaps } = view;
  const asked = useAnswer(MatrixList, { project, from: 0, first, text, gaps });
  return (
    <Answered asked={asked} loading="matrix.loading" failed="matrix.failed">
      {({ project: found }) => {
        if (!found) return <Missing what={project} />;
        const { rows, rowCount } = found.matrix;
        if (rowCount === 0) return <Nothing project={project} view={view} rows={0} />;
        return (
          <>
            <ul className="matrix-list">
              {rows.map((one) => (
                <Requirement key={one.id} project={project} one={one} />
              ))}
            </ul>
            {rows.length < Math.min(rowCount, 200) && (
              <button type="button" className="button" onClick={() => setFirst(Math.min(200, first + step))}>
                {say("matrix.list.more", { shown: rows.length, total: rowCount })}
              </button>
            )}
            {rows.length >= 200 && (
              <p className="quiet">{say("list.shown", { shown: rows.length, total: rowCount })}</p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Requirement({ project, one }: { project: string; one: Item }) {
  const { say } = useWords();
  const { status, cases, passed } = one.coverage;
  const rest = one.traceLinks.totalCount - one.traceLinks.nodes.length;
  return (
    <li>
      <div className="matrix-list-head">
        <Status kind="coverage" value={status} />
        <ThingLink to={{ project, section: "requirements", key: one.key }}>
          <span className="key">{one.key}</span> <Said>{one.title}</Said>
        </ThingLink>
        <span className="quiet">{cases > 0 ? say("matrix.summary", { passed, cases }) : say("matrix.list.none")}</span>
      </div>
      {one.traceLinks.nodes.length > 0 && (
        <ul>
          {one.traceLinks.nodes.map(
            ({ id, state, testCase }) =>
              testCase && (
                <li key={id}>
                  <Status kind="execution" value={testCase.lastStatus} />
                  {state === "SUSPECT" && <Status kind="link" value={state} />}
                  <ThingLink to={{ project, section: "cases", key: testCase.key }}>
                    <span className="key">{testCase.key}</span> <Said>{testCase.title}</Said>
                  </ThingLink>
                </li>
              ),
          )}
          {rest > 0 && <li className="quiet">{say("matrix.list.rest", { count: rest })}</li>}
        </ul>
      )}
    </li>
  );
}
