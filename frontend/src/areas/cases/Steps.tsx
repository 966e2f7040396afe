import { useWords } from "../../lib/words";
import { Block } from "../../parts/Block";
import { Prose } from "../../parts/Prose";
import { Said } from "../../parts/Said";
import { DataTable } from "../../ui/DataTable";
import type { CaseDetailData } from "./gen/operations";

type TestCase = NonNullable<NonNullable<CaseDetailData["project"]>["testCase"]>;

/** What must hold first, what to do and what must be seen, and the values to do it with. */
export function Steps({ testCase: { precondition, steps, dataRows, parameters } }: { testCase: TestCase }) {
  const { say } = useWords();
  const numbered = steps.map((step, at) => ({ ...step, number: at + 1 }));
  const values = dataRows.map((row, at) => ({ number: at + 1, values: row.values }));
  return (
    <>
      {precondition && (
        <Block title={say("case.precondition")}>
          <Prose text={precondition} />
        </Block>
      )}
      {steps.length > 0 && (
        <Block title={say("case.steps")} count={steps.length}>
          <DataTable
            label={say("case.steps")}
            rows={numbered}
            id={({ number }) => String(number)}
            columns={[
              { id: "number", head: say("column.number"), kind: "number", cell: ({ number }) => number },
              { id: "action", head: say("column.action"), kind: "text", cell: ({ action }) => <Said>{action}</Said> },
              { id: "data", head: say("column.data"), kind: "note", cell: ({ data }) => <Said>{data}</Said> },
              {
                id: "expected",
                head: say("column.expected"),
                kind: "text",
                cell: ({ expected }) => <Said>{expected}</Said>,
              },
            ]}
          />
        </Block>
      )}
      {values.length > 0 && (
        <Block title={say("case.data")} count={values.length}>
          <DataTable
            label={say("case.data")}
            rows={values}
            id={({ number }) => String(number)}
            columns={[
              { id: "#", head: say("column.number"), kind: "number", cell: ({ number }) => number },
              ...parameters.map((parameter) => ({
                id: `of ${parameter}`,
                head: parameter,
                kind: "note" as const,
                cell: (row: (typeof values)[number]) => row.values.find(({ name }) => name === parameter)?.value ?? "",
              })),
            ]}
          />
        </Block>
      )}
    </>
  );
}
