import { lasted } from "../../lib/moments";
import { useAnswer } from "../../lib/useAnswer";
import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block, More } from "../../parts/Block";
import { Facts, Head, Missing } from "../../parts/Page";
import { Log } from "../../parts/Prose";
import { Remarks, Tags } from "../../parts/Remarks";
import { Moment, Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { ToGraph } from "../../parts/ToGraph";
import { DefectTable } from "../../parts/tables";
import { DataTable } from "../../ui/DataTable";
import {
  ExecutionDetail as detail,
  ExecutionDefects,
  type ExecutionDefectsData,
  type ExecutionDetailData,
} from "./gen/operations";
import { Signature } from "./Signature";

type Execution = Extract<NonNullable<ExecutionDetailData["node"]>, { __typename: "Execution" }>;

/** One execution: how it ended, why, where, and for which versions it speaks. */
export function ExecutionDetail({ project, id }: { project: string; id: string }) {
  const { say } = useWords();
  const asked = useAnswer(detail, { project, id });
  return (
    <Answered asked={asked} loading="execution.loading" failed="execution.failed">
      {({ node }) =>
        // An id of another project has an address there, not here.
        node?.__typename === "Execution" && node.project.key === project ? (
          <Shown project={project} execution={node} />
        ) : (
          <Missing what={say("kind.execution")} />
        )
      }
    </Answered>
  );
}

function Shown({ project, execution }: { project: string; execution: Execution }) {
  const { say } = useWords();
  const { status, testCase, message, failureText, build, environment, cycle, attempt } = execution;
  const source = [execution.sourceFile, execution.sourceLine || ""].filter(Boolean).join(":");
  const unknown = say("value.unknown");
  return (
    <article className="thing" data-pane>
      <Head
        kind="kind.execution"
        name={testCase.key}
        title={testCase.title}
        label={say("execution.label", { key: testCase.key })}
      >
        <Status kind="execution" value={status} />
        <ToGraph project={project} root={`execution:${execution.id}`} />
        <Moment at={execution.executedAt} />
        <Tags tags={execution.tags} />
      </Head>
      {message && (
        <p className="message">
          <Said>{message}</Said>
        </p>
      )}
      <Facts
        facts={[
          [
            say("kind.case"),
            <ThingLink key="case" to={{ project, section: "cases", key: testCase.key }}>
              <span className="key">{testCase.key}</span>
            </ThingLink>,
          ],
          [say("fact.pinned"), <Pinned key="pinned" execution={execution} />],
          [say("column.build"), build?.name ?? unknown],
          [say("column.environment"), environment?.name ?? unknown],
          [say("fact.cycle"), cycle && `${cycle.key} ${cycle.name}`],
          [say("fact.scenario"), execution.scenario],
          [say("fact.attempt"), attempt > 1 && String(attempt)],
          [say("fact.duration"), lasted(execution.durationMs)],
          [say("fact.executor"), execution.executor],
          [say("fact.rawStatus"), execution.rawStatus],
          [say("fact.reportedAs"), [execution.className, execution.name].filter(Boolean).join(" · ")],
          [say("fact.source"), source],
          ...execution.properties.map(({ name, value }) => [name, value] as const),
        ]}
      />
      {execution.stepResults.length > 0 && <StepResults steps={execution.stepResults} />}
      {failureText && (
        <Block title={execution.failureType || say("execution.failure")}>
          <Log text={failureText} label={say("execution.failureText")} />
        </Block>
      )}
      <Defects project={project} execution={execution.id} start={execution.defects} />
      {execution.signature && <Signature project={project} signature={execution.signature} />}
      <Remarks about={execution.id} comments={execution.comments} files={execution.attachments} />
    </article>
  );
}

const defectsOf = ({ node }: ExecutionDefectsData) => (node?.__typename === "Execution" ? node.defects : null);

function Defects(props: { project: string; execution: string; start: Execution["defects"] }) {
  const { say } = useWords();
  const pages = usePages(ExecutionDefects, { id: props.execution }, props.start, defectsOf);
  return (
    <Block title={say("defects.title")} count={pages.total} empty={say("execution.noDefects")}>
      <DefectTable project={props.project} rows={pages.nodes} label={say("defects.title")} />
      <More pages={pages} />
    </Block>
  );
}

/** The version of the case that was executed, and whether the case has moved on. */
function Pinned({ execution: { testCaseVersion, pinned } }: { execution: Execution }) {
  const { say } = useWords();
  return (
    <>
      <span className="key">v{testCaseVersion}</span>
      {testCaseVersion < pinned.contentVersion && ` ${say("execution.older", { now: pinned.contentVersion })}`}
    </>
  );
}

function StepResults({ steps }: { steps: Execution["stepResults"] }) {
  const { say } = useWords();
  const rows = steps.map((step, at) => ({ ...step, number: at + 1 }));
  return (
    <Block title={say("case.steps")} count={rows.length}>
      <DataTable
        label={say("case.steps")}
        rows={rows}
        id={({ number }) => String(number)}
        columns={[
          { id: "number", head: say("column.number"), kind: "number", cell: ({ number }) => number },
          { id: "status", head: say("column.result"), cell: (row) => <Status kind="execution" value={row.status} /> },
          { id: "name", head: say("column.step"), kind: "text", cell: ({ name }) => <Said>{name}</Said> },
          { id: "message", head: say("column.message"), kind: "text", cell: (row) => <Said>{row.message}</Said> },
          { id: "took", head: say("fact.duration"), kind: "number", cell: ({ durationMs }) => lasted(durationMs) },
        ]}
      />
    </Block>
  );
}
