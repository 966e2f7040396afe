import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block } from "../../parts/Block";
import { Head } from "../../parts/Page";
import { Prose } from "../../parts/Prose";
import { QueryButton } from "../../parts/QueryButton";
import { ThingLink } from "../../parts/ThingLink";
import { DefectTable, ExecutionTable, RequirementTable } from "../../parts/tables";
import { Command, Notice } from "../../ui/Notice";
import { Home, type HomeData } from "./gen/operations";
import { Since } from "./Since";
import { Trend } from "./Trend";
import "./home.css";

/** Where one begins in a project: what changed, what is mine, what is red, how it goes. One question answers all of it. */
export function HomePage({ project }: { project: string }) {
  const { say } = useWords();
  const asked = useAnswer(Home, { project });
  return (
    <Answered asked={asked} loading="overview.loading" failed="overview.failed">
      {(data) =>
        data.project ? (
          <Shown project={data.project} viewer={data.viewer?.id} seq={data.snapshot?.seq ?? 0} />
        ) : (
          <Notice title={say("requirements.missing", { key: project })} error />
        )
      }
    </Answered>
  );
}

type Found = NonNullable<HomeData["project"]>;

function Shown({ project: found, viewer, seq }: { project: Found; viewer: string | undefined; seq: number }) {
  const { say } = useWords();
  const { key: project } = found;
  const counts = [
    ["requirements", found.requirements.totalCount, "requirements.title"],
    ["cases", found.testCases.totalCount, "cases.title"],
    ["executions", found.executions.totalCount, "executions.title"],
    ["defects", found.defects.totalCount, "defects.title"],
    ["suspects", found.suspects.totalCount, "overview.suspects"],
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
          <ThingLink to={{ project, section: "imports" }}>{say("imports.title")}</ThingLink>
        </Notice>
      ) : (
        <>
          <ul className="totals">
            {counts
              .filter(([section, count]) => section !== "suspects" || count > 0)
              .map(([section, count, word]) => (
                <li key={section}>
                  <ThingLink to={{ project, section }}>
                    <strong>{count}</strong> {say(word)}
                  </ThingLink>
                </li>
              ))}
          </ul>
          <Blocks found={found} viewer={viewer} seq={seq} />
        </>
      )}
      <div className="home-query">
        <QueryButton text={Home.text} variables={{ project }} />
        <a href={`/graphiql?${new URLSearchParams({ example: "Board", project })}`}>{say("requirements.queryThis")}</a>
      </div>
    </article>
  );
}

/** How many rows of a list stand here; the rest is a page of its own. */
const most = 7;

function Blocks({ found, viewer, seq }: { found: Found; viewer: string | undefined; seq: number }) {
  const { say } = useWords();
  const { key: project } = found;
  const mine = found.open.nodes.filter(({ assignee }) => viewer && assignee?.id === viewer);
  return (
    <>
      <div className="home-pair">
        {found.latest && <Since project={project} latest={found.latest.nodes} seq={seq} />}
        {found.trend && <Trend builds={found.trend.nodes} />}
      </div>
      <Block title={say("overview.top")} count={found.top.totalCount} empty={say("requirements.empty.title")}>
        <p className="quiet">{say("overview.own")}</p>
        <RequirementTable project={project} rows={found.top.nodes} label={say("overview.top")} />
        <Rest project={project} section="requirements" shown={found.top.nodes.length} total={found.top.totalCount} />
      </Block>
      <Block title={say("overview.failures")} count={found.failures.totalCount} empty={say("overview.noFailures")}>
        <ExecutionTable project={project} rows={found.failures.nodes} label={say("overview.failures")} />
        <Rest
          project={project}
          section="executions"
          shown={found.failures.nodes.length}
          total={found.failures.totalCount}
        />
      </Block>
      <Block title={say("home.mine")} count={mine.length} empty={say("home.mine.none")}>
        <p className="quiet">{say("home.mine.of", { count: found.open.nodes.length })}</p>
        <DefectTable project={project} rows={mine.slice(0, most)} label={say("home.mine")} />
      </Block>
      <Block title={say("overview.open")} count={found.open.totalCount} empty={say("defects.none")}>
        <DefectTable project={project} rows={found.open.nodes.slice(0, most)} label={say("overview.open")} />
        <Rest
          project={project}
          section="defects"
          shown={Math.min(most, found.open.nodes.length)}
          total={found.open.totalCount}
        />
      </Block>
    </>
  );
}

/** How much is shown of a list that is longer, as a link to all of it. */
function Rest(props: {
  project: string;
  section: "requirements" | "executions" | "defects";
  shown: number;
  total: number;
}) {
  const { say } = useWords();
  const { shown, total } = props;
  if (shown >= total) return null;
  return (
    <ThingLink to={{ project: props.project, section: props.section }}>
      {say("overview.rest", { shown, total })}
    </ThingLink>
  );
}
