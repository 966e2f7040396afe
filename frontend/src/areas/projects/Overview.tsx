import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block } from "../../parts/Block";
import { Head } from "../../parts/Page";
import { Prose } from "../../parts/Prose";
import { ThingLink } from "../../parts/ThingLink";
import { DefectTable, ExecutionTable, RequirementTable } from "../../parts/tables";
import { Command, Notice } from "../../ui/Notice";
import { type OverviewData, Overview as overview } from "./gen/operations";
import "./projects.css";

/** One project at a glance: what is red, what failed last, and which defects are open. */
export function Overview({ project }: { project: string }) {
  const { say } = useWords();
  const asked = useAnswer(overview, { project });
  return (
    <Answered asked={asked} loading="overview.loading" failed="overview.failed">
      {(data) =>
        data.project ? (
          <Shown project={data.project} />
        ) : (
          <Notice title={say("requirements.missing", { key: project })} error />
        )
      }
    </Answered>
  );
}

function Shown({ project: { key: project, ...found } }: { project: NonNullable<OverviewData["project"]> }) {
  const { say } = useWords();
  const counts = [
    ["requirements", found.requirements.totalCount, "requirements.title"],
    ["cases", found.testCases.totalCount, "cases.title"],
    ["executions", found.executions.totalCount, "executions.title"],
    ["defects", found.defects.totalCount, "defects.title"],
  ] as const;
  const nothing = counts.every(([, count]) => count === 0);
  return (
    <article className="thing" data-pane>
      <Head kind="kind.project" name={project} title={found.name} label={project} />
      {found.description && <Prose text={found.description} />}
      {nothing ? (
        <Notice title={say("requirements.empty.title")}>
          <p>{say("requirements.empty.next")}</p>
          <Command>{`asterism import requirements.csv --project ${project}`}</Command>
        </Notice>
      ) : (
        <>
          <ul className="totals">
            {counts.map(([section, count, word]) => (
              <li key={section}>
                <ThingLink to={{ project, section }}>
                  <strong>{count}</strong> {say(word)}
                </ThingLink>
              </li>
            ))}
            {found.suspects.totalCount > 0 && (
              <li>
                <strong>{found.suspects.totalCount}</strong> {say("overview.suspects")}
              </li>
            )}
          </ul>
          <Block title={say("overview.top")} count={found.top.totalCount} empty={say("requirements.empty.title")}>
            <p className="quiet">{say("overview.own")}</p>
            <RequirementTable project={project} rows={found.top.nodes} label={say("overview.top")} />
            <Rest project={project} section="requirements" of={found.top} />
          </Block>
          <Block title={say("overview.failures")} count={found.failures.totalCount} empty={say("overview.noFailures")}>
            <ExecutionTable project={project} rows={found.failures.nodes} label={say("overview.failures")} />
            <Rest project={project} section="executions" of={found.failures} />
          </Block>
          <Block title={say("overview.open")} count={found.open.totalCount} empty={say("defects.none")}>
            <DefectTable project={project} rows={found.open.nodes} label={say("overview.open")} />
            <Rest project={project} section="defects" of={found.open} />
          </Block>
        </>
      )}
      <p>
        <a href={`/graphiql?${new URLSearchParams({ example: "Board", project })}`}>{say("requirements.queryThis")}</a>
      </p>
    </article>
  );
}

/** How much is shown of a list that is longer, as a link to all of it. */
function Rest(props: {
  project: string;
  section: "requirements" | "executions" | "defects";
  of: { totalCount: number; nodes: readonly unknown[] };
}) {
  const { say } = useWords();
  const { totalCount: total, nodes } = props.of;
  if (nodes.length >= total) return null;
  return (
    <ThingLink to={{ project: props.project, section: props.section }}>
      {say("overview.rest", { shown: nodes.length, total })}
    </ThingLink>
  );
}
