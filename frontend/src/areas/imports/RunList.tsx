import { useEffect } from "react";
import { useKeys } from "../../lib/keys";
import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { More } from "../../parts/Block";
import { Missing } from "../../parts/Page";
import { Moment, Said } from "../../parts/Said";
import { ThingLink } from "../../parts/ThingLink";
import { type Column, DataTable } from "../../ui/DataTable";
import { Notice } from "../../ui/Notice";
import { type ImportRunsData, ImportRuns as list } from "./gen/operations";
import { goToStep } from "./steps";

type Run = NonNullable<ImportRunsData["project"]>["importRuns"]["nodes"][number];

const runsOf = (data: ImportRunsData) => data.project?.importRuns;

/** The imports that a project accepted, newest first, and the way to the next one. */
export function RunList({ project }: { project: string }) {
  const asked = useAnswer(list, { project });
  return (
    <Answered asked={asked} loading="imports.loading" failed="imports.failed">
      {(data) =>
        data.project ? <Shown project={project} start={data.project.importRuns} /> : <Missing what={project} />
      }
    </Answered>
  );
}

function Shown({ project, start }: { project: string; start: Page<Run> }) {
  const { say } = useWords();
  const pages = usePages(list, { project }, start, runsOf);
  const columns = useColumns(project);
  const begin = () => {
    goToStep("files");
    return true;
  };
  useKeys(["c"], "imports.new", begin);
  useEffect(() => nameHere(`${project} ${say("imports.title")}`), [project, say]);
  return (
    <div className="thing" data-pane>
      <div className="imports-head">
        <h1 data-arrive tabIndex={-1}>
          {say("imports.title")}
        </h1>
        {pages.total > 0 && (
          <button type="button" className="button imports-first" onClick={begin}>
            {say("imports.new")}
          </button>
        )}
      </div>
      {pages.total === 0 ? (
        <Notice title={say("imports.empty")}>
          <p>{say("imports.empty.next")}</p>
          <button type="button" className="button imports-first" onClick={begin}>
            {say("imports.new")}
          </button>
        </Notice>
      ) : (
        <>
          <p className="quiet">{say("list.shown", { shown: pages.nodes.length, total: pages.total })}</p>
          <DataTable label={say("imports.title")} columns={columns} rows={pages.nodes} id={({ id }) => id} />
          <More pages={pages} />
        </>
      )}
    </div>
  );
}

function useColumns(project: string): Column<Run>[] {
  const { say } = useWords();
  const count = (id: "created" | "updated" | "unchanged" | "warningCount", head: string): Column<Run> => ({
    id,
    head,
    kind: "number",
    cell: (run) => <span className={run[id] === 0 ? "zero" : undefined}>{run[id]}</span>,
  });
  return [
    {
      id: "when",
      head: say("imports.when"),
      cell: ({ id, createdAt }) => (
        <ThingLink row to={{ project, section: "imports", key: id }}>
          <Moment at={createdAt} />
        </ThingLink>
      ),
    },
    { id: "format", head: say("imports.format"), cell: ({ format }) => format.replaceAll(",", ", ") },
    { id: "source", head: say("imports.source"), kind: "wide", cell: ({ source }) => <Said>{sources(source)}</Said> },
    count("created", say("imports.created")),
    count("updated", say("imports.updated")),
    count("unchanged", say("imports.unchanged")),
    count("warningCount", say("imports.warnings")),
  ];
}

/** The names of the files that an import came from, the first few of them. */
export function sources(source: string): string {
  const names = source.split(",");
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} +${names.length - 3}`;
}
