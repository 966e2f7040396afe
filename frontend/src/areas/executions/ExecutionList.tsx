import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { ListPage } from "../../parts/ListPage";
import { Missing } from "../../parts/Page";
import { ExecutionTable } from "../../parts/tables";
import { type ExecutionListData, ExecutionList as list } from "./gen/operations";

type Row = NonNullable<ExecutionListData["project"]>["executions"]["nodes"][number];

const rowsOf = (data: ExecutionListData) => data.project?.executions;

/** The executions of a project, newest first. */
export function ExecutionList({ project }: { project: string }) {
  const asked = useAnswer(list, { project });
  return (
    <Answered asked={asked} loading="executions.loading" failed="executions.failed">
      {(data) =>
        data.project ? <Shown project={project} start={data.project.executions} /> : <Missing what={project} />
      }
    </Answered>
  );
}

function Shown({ project, start }: { project: string; start: Page<Row> }) {
  const { say } = useWords();
  const pages = usePages(list, { project }, start, rowsOf);
  return (
    <ListPage project={project} title="executions.title" empty="executions.empty" pages={pages}>
      <ExecutionTable project={project} rows={pages.nodes} label={say("executions.title")} />
    </ListPage>
  );
}
