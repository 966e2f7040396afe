import { useWords } from "../../lib/words";
import { fieldsOf, saysMore } from "../../parts/LinkState";
import { Moment, Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import type { RequirementDetailData } from "./gen/operations";
import { type Cause, causes, suspects } from "./why";

type Requirement = NonNullable<NonNullable<RequirementDetailData["project"]>["requirement"]>;

const most = 5;

/** Why a requirement is red or stale, in one glance: which case failed where, or which link waits for a decision. */
export function WhyLine({ project, requirement }: { project: string; requirement: Requirement }) {
  const { say } = useWords();
  const { status } = requirement.coverage;
  const links = requirement.traceLinks.nodes;
  const red = status === "FAILED";
  const found = red ? causes(links) : [];
  const waiting = suspects(links);
  const below = red ? requirement.refinedBy.nodes.filter((child) => child.coverage.status === "FAILED") : [];
  if (!red && waiting.length === 0) return null;
  const whole = found.length + waiting.length + below.length;
  return (
    <section className={red ? "why why-red" : "why"} aria-labelledby="why" id="why-line" tabIndex={-1}>
      <h2 id="why">{say(red ? "why.red" : status === "STALE" ? "why.stale" : "why.suspect")}</h2>
      <ul>
        {found.slice(0, most).map((cause) => (
          <Failed key={cause.execution.id} project={project} cause={cause} />
        ))}
        {below.slice(0, most).map(({ key, title }) => (
          <li key={key}>
            <Status kind="coverage" value="FAILED" bare />{" "}
            <ThingLink to={{ project, section: "requirements", key }}>
              <span className="key">{key}</span> <Said>{title}</Said>
            </ThingLink>{" "}
            {say("why.refines")}
          </li>
        ))}
        {waiting.slice(0, most).map((link) => (
          <Waiting key={link.id} project={project} link={link} version={requirement.contentVersion} />
        ))}
      </ul>
      {whole === 0 && <p>{say("why.further")}</p>}
      {whole > most && <p className="quiet">{say("why.more")}</p>}
    </section>
  );
}

function Failed({ project, cause: { testCase, execution } }: { project: string; cause: Cause }) {
  const { say, wordFor } = useWords();
  const { build, environment } = execution;
  const { nodes: defects, totalCount: total } = execution.defects;
  const shown = defects.length;
  const first = execution.message.split("\n")[0];
  return (
    <li>
      <Status kind="execution" value={execution.status} bare />{" "}
      <ThingLink to={{ project, section: "cases", key: testCase.key }}>
        <span className="key">{testCase.key}</span>
      </ThingLink>{" "}
      <ThingLink to={{ project, section: "executions", key: execution.id }}>
        {wordFor("execution", execution.status)} <Moment at={execution.executedAt} />
      </ThingLink>{" "}
      {say("why.where", {
        build: build?.name ?? say("value.unknownBuild"),
        environment: environment?.name ?? say("value.unknownEnvironment"),
      })}
      {first && (
        <>
          {" · "}
          <Said>{first}</Said>
        </>
      )}
      {defects.map(({ key, title, status }) => (
        <span key={key} className="why-defect">
          {" · "}
          <ThingLink to={{ project, section: "defects", key }} label={`${key} ${title}`}>
            <span className="key">{key}</span>
          </ThingLink>{" "}
          {wordFor("defect", status)}
        </span>
      ))}
      {shown < total && ` · ${say("why.defects", { shown, total })}`}
    </li>
  );
}

function Waiting(props: { project: string; link: ReturnType<typeof suspects>[number]; version: number }) {
  const { say } = useWords();
  const { project, link, version } = props;
  const what = useMoved()(link, version);
  return (
    <li>
      <Status kind="link" value="SUSPECT" bare />{" "}
      <ThingLink to={{ project, section: "cases", key: link.testCase.key }}>
        <span className="key">{link.testCase.key}</span>
      </ThingLink>
      {what && say("why.link", { what })}
      {saysMore(link) && (
        <>
          {" · "}
          <Said>{link.reason}</Said>
        </>
      )}
    </li>
  );
}

/** Says which ends of a link have changed since it was made or affirmed, and in what; an end that stayed is not spoken of. */
function useMoved(): (link: ReturnType<typeof suspects>[number], version: number) => string {
  const { say, wordFor } = useWords();
  return (link, version) => {
    const ends = [
      ["REQUIREMENT", "why.requirement", link.requirementVersion, version],
      ["TEST_CASE", "why.case", link.testCaseVersion, link.testCase.contentVersion],
    ] as const;
    const [first = "", second] = ends
      .filter(([, , made, now]) => made !== now)
      .map(([end, sentence, made, now]) => {
        const changed = fieldsOf(link.changedFields, end).map((field) => wordFor("field", field));
        const fields = changed.join(say("why.comma"));
        return fields ? say(`${sentence}.fields`, { made, now, fields }) : say(sentence, { made, now });
      });
    return second === undefined ? first : say("why.both", { requirement: first, case: second });
  };
}
