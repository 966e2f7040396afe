import { useWords } from "../../lib/words";
import { StatusChip } from "../../ui/StatusChip";
import type { Coverage, RequirementRow } from "./operations";

const counts: readonly Exclude<keyof Coverage, "status">[] = ["cases", "passed", "failed", "notRun", "openDefects"];

/** Requirements by key with the word of their coverage and the counts behind it. Zeros step back so that news stands out. */
export function RequirementTable({ rows, labelledBy }: { rows: RequirementRow[]; labelledBy: string }) {
  const { say, wordFor } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable to be scrolled by keys.
    <section className="requirement-scroll" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="requirement-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{say("column.key")}</th>
            <th scope="col">{say("column.coverage")}</th>
            <th scope="col">{say("column.title")}</th>
            <th scope="col">{say("column.status")}</th>
            {counts.map((count) => (
              <th key={count} scope="col" className="number">
                {say(`column.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, status, coverage }) => (
            <tr key={key}>
              <th scope="row" className="key">
                {key}
              </th>
              <td>
                <StatusChip status={coverage.status} word={wordFor("coverage", coverage.status)} />
              </td>
              <td className="title">{title}</td>
              <td>{wordFor("requirement", status)}</td>
              {counts.map((count) => (
                <td key={count} className={coverage[count] === 0 ? "number zero" : "number"}>
                  {coverage[count]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
