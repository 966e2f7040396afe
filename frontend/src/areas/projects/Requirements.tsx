import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Command, Notice, Waiting } from "../../ui/Notice";
import { Failure } from "./Failure";
import { type ProjectRequirementsData, projectRequirementsQuery } from "./operations";
import { RequirementTable } from "./RequirementTable";

/** The requirements of one project, or why there are none to show. */
export function Requirements({ project }: { project: string }) {
  const { say } = useWords();
  const asked = useAnswer<ProjectRequirementsData>(projectRequirementsQuery, { project });

  if (asked.state === "loading") return <Waiting>{say("requirements.loading")}</Waiting>;
  if (asked.state === "failed") {
    return <Failure what="requirements.failed" failure={asked.failure} retry={asked.retry} />;
  }
  if (asked.data.project === null) return <Notice title={say("requirements.missing", { key: project })} error />;
  const { totalCount, nodes } = asked.data.project.requirements;
  if (nodes.length === 0) {
    return (
      <Notice title={say("requirements.empty.title")}>
        <p>{say("requirements.empty.next")}</p>
        <Command>{`asterism import requirements.csv --project ${project}`}</Command>
      </Notice>
    );
  }
  return (
    <>
      <div className="requirements-head">
        <h2 id="requirements-title">
          <span className="key">{project}</span> {say("requirements.title")}
        </h2>
        <p>{say("requirements.shown", { shown: nodes.length, total: totalCount })}</p>
        <a href={`/graphiql?${new URLSearchParams({ example: "Board", project })}`}>{say("requirements.queryThis")}</a>
      </div>
      <RequirementTable rows={nodes} labelledBy="requirements-title" />
    </>
  );
}
