import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { unfold } from "../../lib/useFolds";
import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block, More } from "../../parts/Block";
import { Facts, Head, Missing } from "../../parts/Page";
import { Prose } from "../../parts/Prose";
import { Remarks, Tags } from "../../parts/Remarks";
import { Moment } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { ToGraph } from "../../parts/ToGraph";
import { DefectTable } from "../../parts/tables";
import { Versions } from "../../parts/Versions";
import { CoverageBar } from "../../ui/CoverageBar";
import {
  RequirementDetail as detail,
  RequirementDefects,
  type RequirementDefectsData,
  type RequirementDetailData,
} from "./gen/operations";
import { LinkedCases } from "./LinkedCases";
import { RefinedBy, Refines } from "./Refinements";
import { WhyLine } from "./WhyLine";

type Requirement = NonNullable<NonNullable<RequirementDetailData["project"]>["requirement"]>;

/** One requirement: what it asks for, whether it holds, why not, and everything that shows it. */
export function RequirementDetail({ project, requirement }: { project: string; requirement: string }) {
  const asked = useAnswer(detail, { project, requirement });
  return (
    <Answered asked={asked} loading="requirement.loading" failed="requirement.failed">
      {(data) =>
        data.project?.requirement ? (
          <Shown project={project} requirement={data.project.requirement} />
        ) : (
          <Missing what={requirement} />
        )
      }
    </Answered>
  );
}

function Shown({ project, requirement }: { project: string; requirement: Requirement }) {
  const { say, wordFor } = useWords();
  const { key, title, status, coverage, parent, release, criticality } = requirement;
  const above = [parent, parent?.parent, parent?.parent?.parent, parent?.parent?.parent?.parent];
  const branches = above.flatMap((branch) => (branch ? [branch.key] : [])).join("\n");
  useEffect(() => unfold(`${project} requirements`, branches ? branches.split("\n") : []), [project, branches]);
  const shares = (["passed", "failed", "stale", "notRun"] as const).map((kind) => ({
    kind,
    count: coverage[kind],
    word: say(`column.${kind}`),
  }));
  return (
    <article className="thing">
      <Head kind="kind.requirement" name={key} title={title} label={key}>
        <Status kind="coverage" value={coverage.status} />
        <span>{wordFor("requirement", status)}</span>
        <span className="key">v{requirement.contentVersion}</span>
        <Tags tags={requirement.tags} about={requirement.id} />
        <ToGraph project={project} root={`requirement:${key}`} />
      </Head>
      <CoverageBar shares={shares} />
      <WhyLine project={project} requirement={requirement} />
      {requirement.text && <Prose text={requirement.text} />}
      {requirement.rationale && (
        <Block title={say("requirement.rationale")}>
          <Prose text={requirement.rationale} />
        </Block>
      )}
      <LinkedCases project={project} requirement={key} start={requirement.traceLinks} />
      <Defects project={project} requirement={key} start={requirement.defects} />
      <RefinedBy project={project} requirement={key} start={requirement.refinedBy} />
      <Refines project={project} requirement={key} start={requirement.refines} />
      <Facts
        facts={[
          [
            say("fact.above"),
            parent && (
              <ThingLink to={{ project, section: "requirements", key: parent.key }}>
                <span className="key">{parent.key}</span> {parent.title}
              </ThingLink>
            ),
          ],
          [say("fact.release"), release?.name ?? ""],
          [say("column.type"), requirement.type],
          [say("fact.criticality"), criticality === "UNDEFINED" ? "" : wordFor("criticality", criticality)],
          [say("fact.author"), requirement.createdBy?.name ?? ""],
          [say("fact.changed"), <Moment key="changed" at={requirement.updatedAt} />],
          ...requirement.attributes.map(({ name, value }) => [name, value] as const),
        ]}
      />
      <Versions of={requirement.id} start={requirement.versions} />
      <Remarks about={requirement.id} comments={requirement.comments} files={requirement.attachments} />
    </article>
  );
}

const defectsOf = (data: RequirementDefectsData) => data.project?.requirement?.defects;

function Defects(props: { project: string; requirement: string; start: Requirement["defects"] }) {
  const { say } = useWords();
  const { project, requirement } = props;
  const pages = usePages(RequirementDefects, { project, requirement }, props.start, defectsOf);
  return (
    <Block title={say("defects.title")} count={pages.total} empty={say("defects.none")}>
      <DefectTable project={project} rows={pages.nodes} label={say("defects.title")} />
      <More pages={pages} />
    </Block>
  );
}
