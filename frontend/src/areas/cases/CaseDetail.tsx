import { useAnswer } from "../../lib/useAnswer";
import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block, More } from "../../parts/Block";
import { HistoryStrip } from "../../parts/HistoryStrip";
import { Facts, Head, Missing } from "../../parts/Page";
import { Prose } from "../../parts/Prose";
import { Remarks, Tags } from "../../parts/Remarks";
import { Moment } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { ToGraph } from "../../parts/ToGraph";
import { Beats, DefectTable } from "../../parts/tables";
import { Versions } from "../../parts/Versions";
import {
  CaseDefects,
  type CaseDefectsData,
  type CaseDetailData,
  CaseExecutions,
  type CaseExecutionsData,
  CaseSuites,
  type CaseSuitesData,
  CaseDetail as detail,
} from "./gen/operations";
import { LinkedRequirements } from "./LinkedRequirements";
import { Steps } from "./Steps";

type TestCase = NonNullable<NonNullable<CaseDetailData["project"]>["testCase"]>;

/** One test case: what to do, what it shows, how it went, and what it found. */
export function CaseDetail({ project, testCase }: { project: string; testCase: string }) {
  const asked = useAnswer(detail, { project, case: testCase });
  return (
    <Answered asked={asked} loading="case.loading" failed="case.failed">
      {(data) =>
        data.project?.testCase ? (
          <Shown project={project} testCase={data.project.testCase} />
        ) : (
          <Missing what={testCase} />
        )
      }
    </Answered>
  );
}

const executionsOf = (data: CaseExecutionsData) => data.project?.testCase?.executions;
const defectsOf = (data: CaseDefectsData) => data.project?.testCase?.defects;

function Shown({ project, testCase }: { project: string; testCase: TestCase }) {
  const { say, wordFor } = useWords();
  const { key, title, status, lastStatus } = testCase;
  const executions = usePages(CaseExecutions, { project, case: key }, testCase.executions, executionsOf);
  const defects = usePages(CaseDefects, { project, case: key }, testCase.defects, defectsOf);
  return (
    <article className="thing" data-pane>
      <Head kind="kind.case" name={key} title={title} label={key}>
        <Status kind="execution" value={lastStatus} />
        <span>{wordFor("case", status)}</span>
        <span className="key">v{testCase.contentVersion}</span>
        <Tags tags={testCase.tags} about={testCase.id} />
        <ToGraph project={project} root={`case:${key}`} />
      </Head>
      <HistoryStrip project={project} beats={testCase.executions.nodes} />
      {testCase.description && <Prose text={testCase.description} />}
      <Steps testCase={testCase} />
      <LinkedRequirements project={project} testCase={key} start={testCase.traceLinks} />
      <Block title={say("executions.title")} count={executions.total} empty={say("case.notExecuted")}>
        <Beats project={project} rows={executions.nodes} label={say("executions.title")} />
        <More pages={executions} />
      </Block>
      <Block title={say("defects.title")} count={defects.total} empty={say("defects.none")}>
        <DefectTable project={project} rows={defects.nodes} label={say("defects.title")} />
        <More pages={defects} />
      </Block>
      <Facts
        facts={[
          [say("column.type"), wordFor("caseType", testCase.type)],
          [say("fact.priority"), testCase.priority ?? ""],
          [say("fact.automation"), testCase.automationId],
          [
            say("suites.title"),
            testCase.suites.totalCount > 0 && <Suites project={project} testCase={key} start={testCase.suites} />,
          ],
          [say("fact.changed"), <Moment key="changed" at={testCase.updatedAt} />],
          ...testCase.attributes.map(({ name, value }) => [name, value] as const),
        ]}
      />
      <Versions of={testCase.id} start={testCase.versions} />
      <Remarks about={testCase.id} comments={testCase.comments} files={testCase.attachments} />
    </article>
  );
}

const suitesOf = (data: CaseSuitesData) => data.project?.testCase?.suites;

function Suites(props: { project: string; testCase: string; start: TestCase["suites"] }) {
  const { project, testCase } = props;
  const pages = usePages(CaseSuites, { project, case: testCase }, props.start, suitesOf);
  return (
    <>
      {pages.nodes.map(({ id, path }) => (
        <div key={id}>
          <ThingLink to={{ project, section: "suites", key: id }}>{path.join(" › ")}</ThingLink>
        </div>
      ))}
      <More pages={pages} />
    </>
  );
}
