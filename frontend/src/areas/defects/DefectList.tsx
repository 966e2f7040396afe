import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { ListPage } from "../../parts/ListPage";
import { Missing } from "../../parts/Page";
import { DefectTable } from "../../parts/tables";
import { type DefectListData, DefectList as list } from "./gen/operations";

type Row = NonNullable<DefectListData["project"]>["defects"]["nodes"][number];

const rowsOf = (data: DefectListData) => data.project?.defects;

/** The defects of a project, newest first. */
export function DefectList({ project }: { project: string }) {
  const asked = useAnswer(list, { project });
  return (
    <Answered asked={asked} loading="defects.loading" failed="defects.failed">
      {(data) => (data.project ? <Shown project={project} start={data.project.defects} /> : <Missing what={project} />)}
    </Answered>
  );
}

function Shown({ project, start }: { project: string; start: Page<Row> }) {
  const { say } = useWords();
  const pages = usePages(list, { project }, start, rowsOf);
  return (
    <ListPage project={project} title="defects.title" empty="defects.empty" pages={pages}>
      <DefectTable project={project} rows={pages.nodes} label={say("defects.title")} />
    </ListPage>
  );
}
