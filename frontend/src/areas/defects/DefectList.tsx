import { useWords } from "../../lib/words";
import { statusFacet, useFilter } from "../../parts/FilterBar";
import { ListPage } from "../../parts/ListPage";
import { Moment } from "../../parts/Said";
import { useDefectColumns } from "../../parts/tables";
import type { Column } from "../../ui/DataTable";
import { type DefectListData, DefectList as list } from "./gen/operations";

type Row = NonNullable<DefectListData["project"]>["level"]["nodes"][number];

const states = [
  "NEW",
  "CONFIRMED",
  "ASSIGNED",
  "IN_PROGRESS",
  "REOPENED",
  "RESOLVED",
  "VERIFIED",
  "CLOSED",
  "REJECTED",
  "DEFERRED",
  "DUPLICATE",
];
const severities = ["BLOCKER", "CRITICAL", "MAJOR", "MINOR", "TRIVIAL"];

/** The defects of a project, newest first unless another order is asked for. */
export function DefectList({ project }: { project: string }) {
  const { say, wordFor } = useWords();
  const { text, chosen } = useFilter(["state", "severity"]);
  const state = chosen("state").filter((one) => states.includes(one));
  const severity = chosen("severity").filter((one) => severities.includes(one));
  const where = {
    ...(text ? { or: [{ titleContainsFold: text }, { keyContainsFold: text }] } : {}),
    ...(state.length > 0 ? { statusIn: state } : {}),
    ...(severity.length > 0 ? { severityIn: severity } : {}),
  };
  const more: Column<Row>[] = [
    {
      id: "assignee",
      head: say("trees.assignee"),
      width: 136,
      minor: true,
      cell: ({ assignee }) => assignee?.name ?? <span className="zero">–</span>,
    },
    {
      id: "reported",
      head: say("trees.reported"),
      width: 160,
      minor: true,
      order: "REPORTED_AT",
      cell: ({ reportedAt }) => <Moment at={reportedAt} />,
    },
  ];
  return (
    <ListPage<Row>
      project={project}
      section="defects"
      title="defects.title"
      empty="defects.empty"
      loading="defects.loading"
      failed="defects.failed"
      operation={list}
      columns={[...useDefectColumns<Row>(project), ...more]}
      name={({ key }) => key}
      facets={[
        statusFacet("state", say("column.status"), "defect", states, wordFor),
        {
          param: "severity",
          label: say("column.severity"),
          choices: severities.map((value) => ({ value, word: wordFor("severity", value) })),
        },
      ]}
      where={where}
      order="-REPORTED_AT"
      trash="defects"
      assign
    />
  );
}
