import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Facts, Head, Missing } from "../../parts/Page";
import { Prose } from "../../parts/Prose";
import { Remarks, Tags } from "../../parts/Remarks";
import { Moment } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ToGraph } from "../../parts/ToGraph";
import { BackToCases, BackToExecutions, BackToRequirements, Same } from "./Back";
import { type DefectDetailData, DefectDetail as detail } from "./gen/operations";

type Defect = NonNullable<NonNullable<DefectDetailData["project"]>["defect"]>;

/** One defect and the way back from it: the executions that showed it, their cases, and the requirements it touches. */
export function DefectDetail({ project, defect }: { project: string; defect: string }) {
  const asked = useAnswer(detail, { project, defect });
  return (
    <Answered asked={asked} loading="defect.loading" failed="defect.failed">
      {(data) =>
        data.project?.defect ? <Shown project={project} defect={data.project.defect} /> : <Missing what={defect} />
      }
    </Answered>
  );
}

function Shown({ project, defect }: { project: string; defect: Defect }) {
  const { say, wordFor } = useWords();
  const { key, title, severity, resolution, dueAt, endedAt } = defect;
  return (
    <article className="thing" data-pane>
      <Head kind="kind.defect" name={key} title={title} label={key}>
        <Status kind="defect" value={defect.status} />
        {severity && <span>{wordFor("severity", severity)}</span>}
        {defect.priority && <span>{defect.priority}</span>}
        {resolution && <span>{wordFor("resolution", resolution)}</span>}
        {defect.overdue && <Status kind="due" value="STALE" />}
        <Tags tags={defect.tags} about={defect.id} />
        <ToGraph project={project} root={`defect:${key}`} />
      </Head>
      {defect.text && <Prose text={defect.text} />}
      <BackToRequirements project={project} defect={key} start={defect.requirements} />
      <BackToCases project={project} defect={key} start={defect.testCases} />
      <BackToExecutions project={project} defect={key} start={defect.executions} />
      <Same project={project} defect={key} original={defect.duplicateOf} start={defect.duplicates} />
      <Facts
        facts={[
          [say("fact.assignee"), defect.assignee?.name ?? ""],
          [say("fact.reported"), <Moment key="reported" at={defect.reportedAt} />],
          [say("fact.age"), say("fact.days", { days: defect.ageDays })],
          [say("fact.due"), dueAt && <Moment at={dueAt} />],
          [say("fact.ended"), endedAt && <Moment at={endedAt} />],
          [say("fact.reopened"), defect.reopened > 0 && String(defect.reopened)],
          [
            say("fact.foundIn"),
            [defect.foundInBuild?.name, defect.foundInEnvironment?.name].filter(Boolean).join(" · "),
          ],
          [say("fact.fixedIn"), defect.fixedInBuild?.name ?? ""],
          ...defect.attributes.map(({ name, value }) => [name, value] as const),
        ]}
      />
      <Remarks about={defect.id} comments={defect.comments} files={defect.attachments} />
    </article>
  );
}
