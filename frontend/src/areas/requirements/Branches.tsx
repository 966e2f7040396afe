import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { More } from "../../parts/Block";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { Fold } from "../../ui/Fold";
import { type Branch, RequirementChildren, type RequirementChildrenData } from "./gen/operations";

/** What every level of the tree knows of the whole. */
export interface TreeProps {
  project: string;
  chosen: string | undefined;
  open: ReadonlySet<string>;
  toggle: (key: string) => void;
}

/** One level of the tree; a branch that is open shows the next level inside it. */
export function Branches({ rows, ...tree }: TreeProps & { rows: readonly Branch[] }) {
  return (
    <ul className="branches">
      {rows.map((row) => (
        <Twig key={row.id} {...tree} row={row} />
      ))}
    </ul>
  );
}

function Twig({ row, ...tree }: TreeProps & { row: Branch }) {
  const { say } = useWords();
  const { project, chosen, open, toggle } = tree;
  const { key, title, coverage, children } = row;
  const unfolded = open.has(key);
  return (
    <li>
      <div className={key === chosen ? "twig twig-chosen" : "twig"}>
        {children.totalCount > 0 ? (
          <Fold
            open={unfolded}
            label={say("tree.below", { key, count: children.totalCount })}
            toggle={() => toggle(key)}
          />
        ) : (
          <span className="fold" />
        )}
        <ThingLink row current={key === chosen} to={{ project, section: "requirements", key }}>
          <Status kind="coverage" value={coverage.status} bare /> <span className="key">{key}</span>{" "}
          <Said>{title}</Said>
        </ThingLink>
        {coverage.cases > 0 && (
          <span className="twig-count" title={say("tree.count", { passed: coverage.passed, cases: coverage.cases })}>
            <span aria-hidden="true">
              {coverage.passed}/{coverage.cases}
            </span>
            <span className="hidden-word">{say("tree.count", { passed: coverage.passed, cases: coverage.cases })}</span>
          </span>
        )}
      </div>
      {unfolded && <Below {...tree} parent={key} />}
    </li>
  );
}

function Below({ parent, ...tree }: TreeProps & { parent: string }) {
  const asked = useAnswer(RequirementChildren, { project: tree.project, requirement: parent });
  return (
    <Answered asked={asked} loading="requirements.loading" failed="requirements.failed">
      {(data) => {
        const level = data.project?.requirement?.level;
        return level ? <Level {...tree} parent={parent} start={level} /> : null;
      }}
    </Answered>
  );
}

const levelOf = (data: RequirementChildrenData) => data.project?.requirement?.level;

function Level({ parent, start, ...tree }: TreeProps & { parent: string; start: Page<Branch> }) {
  const pages = usePages(RequirementChildren, { project: tree.project, requirement: parent }, start, levelOf);
  return (
    <>
      <Branches {...tree} rows={pages.nodes} />
      <More pages={pages} />
    </>
  );
}
