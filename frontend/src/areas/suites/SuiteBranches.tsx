import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Block, More } from "../../parts/Block";
import type { CaseLine } from "../../parts/gen/operations";
import { Prose } from "../../parts/Prose";
import { Said } from "../../parts/Said";
import { ThingLink } from "../../parts/ThingLink";
import { CaseTable } from "../../parts/tables";
import { Fold } from "../../ui/Fold";
import {
  type SuiteBranch,
  SuiteCases,
  type SuiteCasesData,
  SuiteChildren,
  type SuiteChildrenData,
} from "./gen/operations";

interface Tree {
  project: string;
  chosen: string | undefined;
  open: ReadonlySet<string>;
  toggle: (id: string) => void;
}

/** One level of suites; an open one shows what it holds. */
export function SuiteBranches({ rows, ...tree }: Tree & { rows: readonly SuiteBranch[] }) {
  return (
    <ul className="branches">
      {rows.map((row) => (
        <Twig key={row.id} {...tree} row={row} />
      ))}
    </ul>
  );
}

function Twig({ row, ...tree }: Tree & { row: SuiteBranch }) {
  const { say } = useWords();
  const { id, name, children, testCases } = row;
  const { project, chosen, open, toggle } = tree;
  const shown = open.has(id) || id === chosen;
  const holds = say("suites.holds", { suites: children.totalCount, cases: testCases.totalCount });
  return (
    <li>
      <div className={id === chosen ? "twig twig-chosen" : "twig"}>
        <Fold open={shown} label={`${name}: ${holds}`} toggle={() => toggle(id)} />
        <ThingLink row current={id === chosen} to={{ project, section: "suites", key: id }}>
          <Said>{name}</Said>
        </ThingLink>
        <span className="twig-count">{holds}</span>
      </div>
      {shown && <Inside {...tree} row={row} />}
    </li>
  );
}

function Inside({ row, ...tree }: Tree & { row: SuiteBranch }) {
  const below = useAnswer(SuiteChildren, { project: tree.project, id: row.id });
  const cases = useAnswer(SuiteCases, { project: tree.project, id: row.id });
  return (
    <div className="suite-inside">
      {row.description && <Prose text={row.description} />}
      {row.children.totalCount > 0 && (
        <Answered asked={below} loading="suites.loading" failed="suites.failed">
          {({ node }) => (node?.__typename === "Suite" ? <Level {...tree} id={row.id} start={node.level} /> : null)}
        </Answered>
      )}
      <Answered asked={cases} loading="cases.loading" failed="cases.failed">
        {({ node }) =>
          node?.__typename === "Suite" ? <Cases project={tree.project} id={row.id} start={node.cases} /> : null
        }
      </Answered>
    </div>
  );
}

const levelOf = ({ node }: SuiteChildrenData) => (node?.__typename === "Suite" ? node.level : null);
const casesOf = ({ node }: SuiteCasesData) => (node?.__typename === "Suite" ? node.cases : null);

function Level({ id, start, ...tree }: Tree & { id: string; start: Page<SuiteBranch> }) {
  const pages = usePages(SuiteChildren, { project: tree.project, id }, start, levelOf);
  return (
    <>
      <SuiteBranches {...tree} rows={pages.nodes} />
      <More pages={pages} />
    </>
  );
}

function Cases({ project, id, start }: { project: string; id: string; start: Page<CaseLine> }) {
  const { say } = useWords();
  const pages = usePages(SuiteCases, { project, id }, start, casesOf);
  return (
    <Block title={say("cases.title")} count={pages.total} empty={say("suites.noCases")}>
      <CaseTable project={project} rows={pages.nodes} label={say("cases.title")} />
      <More pages={pages} />
    </Block>
  );
}
