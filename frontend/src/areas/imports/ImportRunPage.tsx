import { useAnswer } from "../../lib/useAnswer";
import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block, More } from "../../parts/Block";
import { Facts, Head, Missing } from "../../parts/Page";
import { Moment } from "../../parts/Said";
import { ExecutionTable } from "../../parts/tables";
import { Counts } from "./ChangeSet";
import {
  ImportRunDetail as detail,
  type ImportRunDetailData,
  ImportRunExecutions,
  type ImportRunExecutionsData,
} from "./gen/operations";
import { sources } from "./RunList";
import { Warnings } from "./Warnings";

type Run = Extract<NonNullable<ImportRunDetailData["node"]>, { __typename: "ImportRun" }>;

/** One import: what came in, what it changed, what was skipped or guessed, and the executions it brought. */
export function ImportRunPage({ project, id }: { project: string; id: string }) {
  const { say } = useWords();
  const asked = useAnswer(detail, { project, id });
  return (
    <Answered asked={asked} loading="imports.run.loading" failed="imports.run.failed">
      {({ node }) =>
        // An id of another project has an address there, not here.
        node?.__typename === "ImportRun" && node.project.key === project ? (
          <Shown project={project} run={node} />
        ) : (
          <Missing what={say("imports.run")} />
        )
      }
    </Answered>
  );
}

const executionsOf = ({ node }: ImportRunExecutionsData) => (node?.__typename === "ImportRun" ? node.executions : null);

function Shown({ project, run }: { project: string; run: Run }) {
  const { say } = useWords();
  const executions = usePages(ImportRunExecutions, { id: run.id }, run.executions, executionsOf);
  const title = sources(run.source);
  return (
    <article className="thing" data-pane>
      <Head kind="imports.run" title={title} label={title} />
      <Facts
        facts={[
          [say("imports.when"), <Moment key="when" at={run.createdAt} />],
          [say("imports.format"), run.format.replaceAll(",", ", ")],
          [say("imports.files"), String(run.files)],
          [say("imports.created"), String(run.created)],
          [say("imports.updated"), String(run.updated)],
          [say("imports.unchanged"), String(run.unchanged)],
        ]}
      />
      <Block title={say("imports.holds")}>
        <Counts counts={Object.fromEntries(run.counts.map(({ kind, count }) => [kind, count]))} />
      </Block>
      <Warnings warnings={run.warnings} count={run.warningCount} />
      {executions.total > 0 && (
        <Block title={say("executions.title")} count={executions.total}>
          <ExecutionTable project={project} rows={executions.nodes} label={say("executions.title")} />
          <More pages={executions} />
        </Block>
      )}
    </article>
  );
}
