import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { ListPage } from "../../parts/ListPage";
import { Missing } from "../../parts/Page";
import { CaseTable } from "../../parts/tables";
import { type CaseListData, CaseList as list } from "./gen/operations";

type Row = NonNullable<CaseListData["project"]>["testCases"]["nodes"][number];

const casesOf = (data: CaseListData) => data.project?.testCases;

/** The test cases of a project, by key. */
export function CaseList({ project }: { project: string }) {
  const asked = useAnswer(list, { project });
  return (
    <Answered asked={asked} loading="cases.loading" failed="cases.failed">
      {(data) =>
        data.project ? <Shown project={project} start={data.project.testCases} /> : <Missing what={project} />
      }
    </Answered>
  );
}

function Shown({ project, start }: { project: string; start: Page<Row> }) {
  const { say, wordFor } = useWords();
  const pages = usePages(list, { project }, start, casesOf);
  const status = { id: "status", head: say("column.status"), cell: (row: Row) => wordFor("case", row.status) };
  return (
    <ListPage project={project} title="cases.title" empty="cases.empty" pages={pages}>
      <CaseTable project={project} rows={pages.nodes} label={say("cases.title")} more={[status]} />
    </ListPage>
  );
}
