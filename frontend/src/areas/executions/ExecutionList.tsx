import { useWords } from "../../lib/words";
import { statusFacet, useFilter } from "../../parts/FilterBar";
import { ListPage } from "../../parts/ListPage";
import { useExecutionColumns } from "../../parts/tables";
import { type ExecutionListData, ExecutionList as list } from "./gen/operations";

type Row = NonNullable<ExecutionListData["project"]>["level"]["nodes"][number];

const outcomes = ["FAILED", "ERROR", "BLOCKED", "IN_PROGRESS", "PASSED", "SKIPPED", "INCONCLUSIVE", "NOT_RUN"];

/** The executions of a project, newest first unless another order is asked for. */
export function ExecutionList({ project }: { project: string }) {
  const { say, wordFor } = useWords();
  const { text, chosen } = useFilter(["result"]);
  const results = chosen("result").filter((one) => outcomes.includes(one));
  const named = [{ titleContainsFold: text }, { keyContainsFold: text }];
  const where = {
    ...(text ? { or: [{ messageContainsFold: text }, { hasTestCaseWith: [{ or: named }] }] } : {}),
    ...(results.length > 0 ? { statusIn: results } : {}),
  };
  const columns = useExecutionColumns<Row>(project).map((column) =>
    column.id === "status" ? { ...column, order: "EXECUTED_AT" } : column,
  );
  return (
    <ListPage<Row>
      project={project}
      section="executions"
      title="executions.title"
      empty="executions.empty"
      loading="executions.loading"
      failed="executions.failed"
      operation={list}
      columns={columns}
      name={({ testCase, executedAt }) => `${testCase.key} ${executedAt}`}
      facets={[statusFacet("result", say("column.result"), "execution", outcomes, wordFor)]}
      where={where}
      order="-EXECUTED_AT"
    />
  );
}
