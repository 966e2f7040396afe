import { useEffect } from "react";
import { setParams, useParams } from "../../lib/address";
import { useAnswer } from "../../lib/useAnswer";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Missing } from "../../parts/Page";
import { QueryButton } from "../../parts/QueryButton";
import { ChangeList } from "./ChangeList";
import { Activity } from "./gen/operations";
import "./activity.css";

/** Kinds of thing that people look for; the others are seen among all. */
const kinds = [
  "REQUIREMENT",
  "TEST_CASE",
  "TRACE_LINK",
  "EXECUTION",
  "DEFECT",
  "DEFECT_LINK",
  "SUITE",
  "COMMENT",
  "ATTACHMENT",
  "IMPORT_RUN",
  "RELEASE",
  "BUILD",
  "TEST_CYCLE",
] as const;

/** What changed in a project, newest first, by whom, and from what to what. */
export function ActivityPage({ project }: { project: string }) {
  const { say, wordFor } = useWords();
  const params = useParams();
  const kind = kinds.find((one) => one === params.kind);
  const variables = { project, filter: kind ? { entityTypes: [kind] } : null };
  const asked = useAnswer(Activity, variables);
  const title = say("activity.title");
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  return (
    <section className="activity" aria-labelledby="activity-title">
      <header className="activity-bar">
        <h1 id="activity-title" data-arrive tabIndex={-1}>
          {title}
        </h1>
        <label>
          {say("activity.kind")}{" "}
          <select value={kind ?? ""} onChange={(event) => setParams({ kind: event.target.value })}>
            <option value="">{say("activity.kind.all")}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {wordFor("entity", one)}
              </option>
            ))}
          </select>
        </label>
        <QueryButton text={Activity.text} variables={variables} />
      </header>
      <Answered asked={asked} loading="activity.loading" failed="activity.failed">
        {(data) =>
          data.project ? (
            <ChangeList key={kind ?? ""} project={project} kind={kind} latest={data.project.changes} />
          ) : (
            <Missing what={project} />
          )
        }
      </Answered>
    </section>
  );
}
