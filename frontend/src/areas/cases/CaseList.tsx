import { useWords } from "../../lib/words";
import { statusFacet, useFilter } from "../../parts/FilterBar";
import { ListPage } from "../../parts/ListPage";
import { useCaseColumns } from "../../parts/tables";
import type { Column } from "../../ui/DataTable";
import { type CaseListData, CaseList as list } from "./gen/operations";

type Row = NonNullable<CaseListData["project"]>["level"]["nodes"][number];

const outcomes = ["FAILED", "ERROR", "BLOCKED", "IN_PROGRESS", "PASSED", "SKIPPED", "NOT_RUN"];
const states = ["DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "DEPRECATED"];

/** The test cases of a project, by key unless another order is asked for. */
export function CaseList({ project }: { project: string }) {
  const { say, wordFor } = useWords();
  const { text, chosen } = useFilter(["last", "state"]);
  const last = chosen("last").filter((one) => outcomes.includes(one));
  const state = chosen("state").filter((one) => states.includes(one));
  const where = {
    ...(text ? { or: [{ titleContainsFold: text }, { keyContainsFold: text }] } : {}),
    ...(last.length > 0 ? { lastStatusIn: last } : {}),
    ...(state.length > 0 ? { statusIn: state } : {}),
  };
  const status: Column<Row> = {
    id: "status",
    head: say("column.status"),
    width: 112,
    minor: true,
    cell: (row) => wordFor("case", row.status),
  };
  return (
    <ListPage<Row>
      project={project}
      section="cases"
      title="cases.title"
      empty="cases.empty"
      loading="cases.loading"
      failed="cases.failed"
      operation={list}
      columns={[...useCaseColumns<Row>(project), status]}
      name={({ key }) => key}
      facets={[
        statusFacet("last", say("column.last"), "execution", outcomes, wordFor),
        {
          param: "state",
          label: say("column.status"),
          choices: states.map((value) => ({ value, word: wordFor("case", value) })),
        },
      ]}
      where={where}
      order="KEY"
      trash="cases"
    />
  );
}
