import { useState } from "react";
import { useWords } from "../../lib/words";
import { Block } from "../../parts/Block";
import { Bars } from "../../ui/Bars";
import { DataTable } from "../../ui/DataTable";
import type { HomeData } from "./gen/operations";

type Built = NonNullable<HomeData["project"]>["trend"]["nodes"][number];

/** How much of what was executed on a build passed, in per cent; builds without executions say nothing. */
export function ratesOf(builds: readonly Built[]) {
  return builds
    .filter(({ all }) => all.totalCount > 0)
    .map(({ key, name, all, passed, failed }) => ({
      key,
      name,
      count: all.totalCount,
      failed: failed.totalCount,
      rate: Math.floor((passed.totalCount / all.totalCount) * 100),
    }))
    .reverse();
}

/** The newest builds by how much passed, as bars or, for whoever would rather read, as a table. */
export function Trend({ builds }: { builds: readonly Built[] }) {
  const { say } = useWords();
  const [isTable, setTable] = useState(false);
  const rates = ratesOf(builds);
  const title = say("home.trend");
  return (
    <Block title={title} count={rates.length} empty={say("home.trend.none")}>
      <p className="quiet">{say("home.trend.note")}</p>
      {isTable ? (
        <DataTable
          label={title}
          rows={rates}
          id={({ key }) => key}
          columns={[
            { id: "build", head: say("home.trend.build"), cell: ({ name }) => name },
            { id: "rate", head: say("home.trend.rate"), kind: "number", cell: ({ rate }) => `${rate} %` },
            { id: "failed", head: say("column.failed"), kind: "number", cell: ({ failed }) => failed },
            { id: "count", head: say("executions.title"), kind: "number", cell: ({ count }) => count },
          ]}
        />
      ) : (
        <Bars
          label={title}
          bars={rates.map(({ name, rate, count, failed }) => ({
            name,
            height: rate,
            words: say("home.trend.bar", { build: name, rate, count, failed }),
          }))}
        />
      )}
      <button type="button" className="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {say(isTable ? "home.trend.chart" : "home.trend.table")}
      </button>
    </Block>
  );
}
