import { useMemo } from "react";
import type { Place } from "../../lib/address";
import type { Slice } from "../../lib/run";
import { asked, sourceOf } from "../../lib/source";
import { useOpen } from "../../lib/useOpen";
import { useRows } from "../../lib/useRows";
import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { TreeTable } from "../../parts/TreeTable";
import type { VirtualColumn } from "../../ui/VirtualTable";
import {
  type SuiteBranch,
  SuiteCases,
  type SuiteCasesData,
  SuiteChildren,
  type SuiteChildrenData,
  SuiteMatches,
  SuiteRoots,
} from "./gen/operations";

type SuiteCase = Extract<SuiteCasesData["node"], { __typename: "Suite" }>["cases"]["nodes"][number];
/** A row of the tree: a suite, or a test case that stands in one. */
type Twig = SuiteBranch | SuiteCase;

const isSuite = (twig: Twig): twig is SuiteBranch => "name" in twig;
const idOf = ({ id }: Twig) => id;
const canOpen = (twig: Twig) => isSuite(twig) && twig.children.totalCount + twig.testCases.totalCount > 0;
const suitesIn = "suites ";
const casesIn = "cases ";
const belowOf = (twig: Twig) =>
  isSuite(twig)
    ? [
        { level: suitesIn + twig.id, total: twig.children.totalCount },
        { level: casesIn + twig.id, total: twig.testCases.totalCount },
      ]
    : [];
const levelOf = ({ node }: SuiteChildrenData) => (node?.__typename === "Suite" ? node.level : null);
const casesOf = ({ node }: SuiteCasesData) => (node?.__typename === "Suite" ? node.cases : null);

/** The suites with their cases as rows that unfold; the suite that the address names is open. */
export function SuiteRows(props: {
  project: string;
  chosen: string | undefined;
  where: Record<string, unknown> | null;
  top: Slice<SuiteBranch>;
}) {
  const { say, wordFor } = useWords();
  const { project, chosen, where, top } = props;
  const [opened, setOpen] = useOpen(`${project} suites`);
  const source = useMemo(
    () =>
      sourceOf<Twig>(idOf, (level) => {
        if (level.startsWith(suitesIn)) {
          return asked(SuiteChildren, { project, id: level.slice(suitesIn.length) }, levelOf);
        }
        if (level.startsWith(casesIn)) return asked(SuiteCases, { project, id: level.slice(casesIn.length) }, casesOf);
        if (where) return asked(SuiteMatches, { project, where }, (data) => data.project?.level);
        return asked(SuiteRoots, { project }, (data) => data.project?.level);
      }),
    [project, where],
  );
  const question = JSON.stringify(["suites", project, where]);
  const rows = useRows<Twig>({ question, source, top, open: opened, below: belowOf });
  const toOf = (twig: Twig): Place =>
    isSuite(twig) ? { project, section: "suites", key: twig.id } : { project, section: "cases", key: twig.key };
  const holdsOf = ({ children, testCases }: SuiteBranch) =>
    say("suites.holds", { suites: children.totalCount, cases: testCases.totalCount });
  const columns: VirtualColumn<Twig>[] = [
    {
      id: "type",
      head: say("column.type"),
      width: 128,
      minor: true,
      cell: (twig) => (isSuite(twig) ? null : wordFor("caseType", twig.type)),
    },
  ];
  return (
    <TreeTable
      question={question}
      label={say("suites.title")}
      head={say("trees.suite")}
      failed="suites.failed"
      rows={rows}
      open={opened}
      setOpen={setOpen}
      id={idOf}
      canOpen={canOpen}
      to={toOf}
      chosen={({ id }) => id === chosen}
      handle={(twig) => (isSuite(twig) ? `${twig.name}: ${holdsOf(twig)}` : "")}
      brief={(twig) => (isSuite(twig) ? twig.name : twig.key)}
      words={(twig) =>
        isSuite(twig) ? (
          <span className="twig-title" title={twig.name}>
            <Said>{twig.name}</Said>
          </span>
        ) : (
          <>
            <Status kind="execution" value={twig.lastStatus} bare /> <span className="key">{twig.key}</span>{" "}
            <span className="twig-title" title={twig.title}>
              <Said>{twig.title}</Said>
            </span>
          </>
        )
      }
      after={(twig) =>
        isSuite(twig) && (
          <>
            <span className="twig-count">{holdsOf(twig)}</span>
            <span className="twig-path" title={twig.description}>
              {pathOf(twig) || twig.description}
            </span>
          </>
        )
      }
      columns={columns}
    />
  );
}

/** Where a suite that was found by a filter stands. */
function pathOf(twig: SuiteBranch & { path?: string[] }): string {
  return twig.path?.slice(0, -1).join(" › ") ?? "";
}
