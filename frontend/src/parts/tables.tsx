import type { ReactNode } from "react";
import { useWords } from "../lib/words";
import { type Column, DataTable } from "../ui/DataTable";
import type { Beat, CaseLine, DefectLine, ExecutionLine, RequirementLine } from "./gen/operations";
import { Moment, Said } from "./Said";
import { Status } from "./Status";
import { ThingLink } from "./ThingLink";

interface Lines<Row> {
  project: string;
  rows: readonly Row[];
  label: string;
  /** Columns of the place where the table stands, after the shared ones. */
  more?: readonly Column<Row>[];
}

const counts = ["cases", "passed", "failed", "notRun", "openDefects"] as const;

/** Requirements with the word of their coverage and the counts behind it. Zeros step back so that news stands out. */
export function RequirementTable<Row extends RequirementLine>({ project, rows, label, more = [] }: Lines<Row>) {
  const { say } = useWords();
  const columns: Column<Row>[] = [
    key(say("column.key"), (row) => ({ project, section: "requirements", key: row.key })),
    {
      id: "coverage",
      head: say("column.coverage"),
      cell: ({ coverage }) => <Status kind="coverage" value={coverage.status} />,
    },
    title(say("column.title")),
    ...more,
    ...counts.map(
      (count): Column<Row> => ({
        id: count,
        head: say(`column.${count}`),
        kind: "number",
        cell: ({ coverage }) => <span className={coverage[count] === 0 ? "zero" : undefined}>{coverage[count]}</span>,
      }),
    ),
  ];
  return <DataTable label={label} columns={columns} rows={rows} id={(row) => row.key} />;
}

/** The columns of test cases: how each went last, and what it is. */
export function useCaseColumns<Row extends CaseLine>(project: string): Column<Row>[] {
  const { say, wordFor } = useWords();
  return [
    key(say("column.key"), (row) => ({ project, section: "cases", key: row.key })),
    {
      id: "last",
      head: say("column.last"),
      width: 128,
      cell: ({ lastStatus }) => <Status kind="execution" value={lastStatus} />,
    },
    title(say("column.title")),
    {
      id: "type",
      head: say("column.type"),
      width: 120,
      minor: true,
      cell: ({ type }) => wordFor("caseType", type),
    },
  ];
}

/** Test cases with how they went last. */
export function CaseTable<Row extends CaseLine>({ project, rows, label, more = [] }: Lines<Row>) {
  const columns = [...useCaseColumns<Row>(project), ...more];
  return <DataTable label={label} columns={columns} rows={rows} id={(row) => row.key} />;
}

/** The columns of executions of many cases. */
export function useExecutionColumns<Row extends ExecutionLine>(project: string): Column<Row>[] {
  const { say } = useWords();
  const testCase: Column<Row> = {
    id: "case",
    head: say("column.case"),
    kind: "text",
    cell: ({ testCase: { key: name, title: words } }) => (
      <>
        <ThingLink to={{ project, section: "cases", key: name }}>
          <span className="key">{name}</span>
        </ThingLink>{" "}
        <Said>{words}</Said>
      </>
    ),
  };
  return useBeatColumns<Row>(project, [testCase]);
}

/** Executions of many cases, newest first. */
export function ExecutionTable<Row extends ExecutionLine>({ project, rows, label, more = [] }: Lines<Row>) {
  const columns = [...useExecutionColumns<Row>(project), ...more];
  return <DataTable label={label} columns={columns} rows={rows} id={(row) => row.id} />;
}

/** Executions of one case, newest first. */
export function Beats<Row extends Beat>({ project, rows, label, more = [] }: Lines<Row>) {
  return <DataTable label={label} columns={useBeatColumns<Row>(project, more)} rows={rows} id={(row) => row.id} />;
}

function useBeatColumns<Row extends Beat>(project: string, more: readonly Column<Row>[]): Column<Row>[] {
  const { say } = useWords();
  return [
    {
      id: "status",
      head: say("column.result"),
      width: 248,
      cell: ({ id, status, executedAt }) => (
        <ThingLink row to={{ project, section: "executions", key: id }}>
          <Status kind="execution" value={status} /> <Moment at={executedAt} />
        </ThingLink>
      ),
    },
    ...more,
    {
      id: "build",
      head: say("column.build"),
      width: 120,
      minor: true,
      cell: ({ build }) => build?.name ?? <Unknown />,
    },
    {
      id: "environment",
      head: say("column.environment"),
      width: 120,
      minor: true,
      cell: ({ environment }) => environment?.name ?? <Unknown />,
    },
    {
      id: "message",
      head: say("column.message"),
      kind: "text",
      cell: ({ scenario, message }) => (
        <Said>{[scenario, message.split("\n")[0] ?? ""].filter(Boolean).join(" · ")}</Said>
      ),
    },
  ];
}

/** The columns of defects: their state and severity. */
export function useDefectColumns<Row extends DefectLine>(project: string): Column<Row>[] {
  const { say, wordFor } = useWords();
  return [
    key(say("column.key"), (row) => ({ project, section: "defects", key: row.key })),
    {
      id: "status",
      head: say("column.status"),
      width: 128,
      cell: ({ status }) => <Status kind="defect" value={status} />,
    },
    title(say("column.title")),
    {
      id: "severity",
      head: say("column.severity"),
      width: 104,
      cell: ({ severity }) => (severity ? wordFor("severity", severity) : <Unknown />),
    },
  ];
}

/** Defects with their state and severity. */
export function DefectTable<Row extends DefectLine>({ project, rows, label, more = [] }: Lines<Row>) {
  const columns = [...useDefectColumns<Row>(project), ...more];
  return <DataTable label={label} columns={columns} rows={rows} id={(row) => row.key} />;
}

function Unknown() {
  const { say } = useWords();
  return <span className="zero">{say("value.unknown")}</span>;
}

function key<Row extends { key: string }>(head: ReactNode, to: (row: Row) => Parameters<typeof ThingLink>[0]["to"]) {
  return {
    id: "key",
    head,
    kind: "key",
    order: "KEY",
    cell: (row: Row) => (
      <ThingLink row to={to(row)}>
        {row.key}
      </ThingLink>
    ),
  } satisfies Column<Row>;
}

function title<Row extends { title: string }>(head: ReactNode): Column<Row> {
  return { id: "title", head, kind: "wide", order: "TITLE", cell: (row) => <Said>{row.title}</Said> };
}
