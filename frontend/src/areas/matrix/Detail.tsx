import { useEffect, useRef } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { LinkState } from "../../parts/LinkState";
import { Facts } from "../../parts/Page";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { type MatrixColumn, MatrixLinks, type MatrixRow, type MatrixSet } from "./gen/operations";
import { isSuspect } from "./Lines";

interface Props {
  project: string;
  requirement: MatrixRow | undefined;
  testCase: MatrixColumn | undefined;
  cell: MatrixSet | undefined;
  close: () => void;
}

/** What is known of a spot of the grid: a requirement, a case, or what joins the two, with the ways to their pages. */
export function Detail({ project, requirement, testCase, cell, close }: Props) {
  const { say } = useWords();
  const panel = useRef<HTMLElement>(null);
  const what = `${requirement?.key}/${testCase?.key}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever opens another spot begins at its heading.
  useEffect(() => panel.current?.focus(), [what]);
  const both = requirement && testCase;
  const label = both
    ? say("matrix.detail.cell", { requirement: requirement.key, case: testCase.key })
    : (requirement?.key ?? testCase?.key ?? "");
  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className="matrix-detail"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2>{label}</h2>
        <button type="button" className="button" onClick={close}>
          {say("matrix.detail.close")}
        </button>
      </header>
      {requirement && (
        <div>
          <p className="quiet">{say("kind.requirement")}</p>
          <p>
            <ThingLink to={{ project, section: "requirements", key: requirement.key }}>
              <span className="key">{requirement.key}</span> <Said>{requirement.title}</Said>
            </ThingLink>
          </p>
          {!both && <RequirementFacts one={requirement} />}
        </div>
      )}
      {testCase && (
        <div>
          <p className="quiet">{say("kind.case")}</p>
          <p>
            <ThingLink to={{ project, section: "cases", key: testCase.key }}>
              <span className="key">{testCase.key}</span> <Said>{testCase.title}</Said>
            </ThingLink>
          </p>
          {!both && (
            <Facts
              facts={[
                [say("matrix.detail.last"), <Status key="last" kind="execution" value={testCase.lastStatus} />],
                [say("matrix.detail.version"), `v${testCase.contentVersion}`],
              ]}
            />
          )}
        </div>
      )}
      {both && !cell && <p>{say("matrix.detail.none")}</p>}
      {both && cell && (
        <>
          <Facts
            facts={[[say("matrix.detail.evidence"), <Status key="word" kind="coverage" value={cell.evidence} />]]}
          />
          <Links cell={cell} />
          {isSuspect(cell) && (
            <p>
              <ThingLink to={{ project, section: "suspects" }}>{say("matrix.detail.suspects")}</ThingLink>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function RequirementFacts({ one }: { one: MatrixRow }) {
  const { say } = useWords();
  const { status, cases, passed } = one.coverage;
  return (
    <Facts
      facts={[
        [say("column.coverage"), <Status key="word" kind="coverage" value={status} />],
        [say("column.cases"), cases > 0 ? say("matrix.summary", { passed, cases }) : say("matrix.noCases")],
        [say("matrix.detail.version"), `v${one.contentVersion}`],
      ]}
    />
  );
}

/** The links of a cell with their states, and what has changed where one is suspect. */
function Links({ cell }: { cell: MatrixSet }) {
  const { say, wordFor } = useWords();
  const asked = useAnswer(MatrixLinks, { ids: cell.links.map(({ id }) => id) });
  return (
    <Answered asked={asked} loading="matrix.loading" failed="matrix.detail.failed">
      {({ nodes }) => (
        <Facts
          facts={nodes.flatMap((link) => {
            if (link?.__typename !== "TraceLink") return [];
            const versions = { requirement: link.requirementVersion, case: link.testCaseVersion };
            return [
              [
                `${say("matrix.detail.link")} · ${wordFor("role", link.role)}`,
                <div key={link.id}>
                  <LinkState link={link} />
                  <div className="quiet">{say("matrix.detail.versions", versions)}</div>
                </div>,
              ] as const,
            ];
          })}
        />
      )}
    </Answered>
  );
}
