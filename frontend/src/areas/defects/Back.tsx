import { type Page, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Block, More } from "../../parts/Block";
import type { CaseLine, DefectLine, ExecutionLine } from "../../parts/gen/operations";
import { CaseTable, DefectTable, ExecutionTable, RequirementTable } from "../../parts/tables";
import {
  DefectCases,
  type DefectCasesData,
  DefectDuplicates,
  type DefectDuplicatesData,
  DefectExecutions,
  type DefectExecutionsData,
  DefectRequirements,
  type DefectRequirementsData,
} from "./gen/operations";

interface From<Row> {
  project: string;
  defect: string;
  start: Page<Row>;
}

type Touched = NonNullable<NonNullable<DefectRequirementsData["project"]>["defect"]>["requirements"]["nodes"][number];

const requirementsOf = (data: DefectRequirementsData) => data.project?.defect?.requirements;
const casesOf = (data: DefectCasesData) => data.project?.defect?.testCases;
const duplicatesOf = (data: DefectDuplicatesData) => data.project?.defect?.duplicates;
const executionsOf = (data: DefectExecutionsData) => data.project?.defect?.executions;

/** The requirements that a defect touches, with the release that waits for them. */
export function BackToRequirements({ project, defect, start }: From<Touched>) {
  const { say } = useWords();
  const pages = usePages(DefectRequirements, { project, defect }, start, requirementsOf);
  const release = { id: "release", head: say("fact.release"), cell: (row: Touched) => row.release?.name ?? "" };
  return (
    <Block title={say("requirements.title")} count={pages.total} empty={say("defect.noRequirements")}>
      <RequirementTable project={project} rows={pages.nodes} label={say("requirements.title")} more={[release]} />
      <More pages={pages} />
    </Block>
  );
}

/** The test cases that a defect was found by. */
export function BackToCases({ project, defect, start }: From<CaseLine>) {
  const { say } = useWords();
  const pages = usePages(DefectCases, { project, defect }, start, casesOf);
  return (
    <Block title={say("cases.title")} count={pages.total} empty={say("defect.noCases")}>
      <CaseTable project={project} rows={pages.nodes} label={say("cases.title")} />
      <More pages={pages} />
    </Block>
  );
}

/** The executions that showed a defect. */
export function BackToExecutions({ project, defect, start }: From<ExecutionLine>) {
  const { say } = useWords();
  const pages = usePages(DefectExecutions, { project, defect }, start, executionsOf);
  return (
    <Block title={say("executions.title")} count={pages.total} empty={say("defect.noExecutions")}>
      <ExecutionTable project={project} rows={pages.nodes} label={say("executions.title")} />
      <More pages={pages} />
    </Block>
  );
}

/** The defects that tell of the same thing: the one that this one repeats, and those that repeat this one. */
export function Same({ project, defect, original, start }: From<DefectLine> & { original: DefectLine | null }) {
  const { say } = useWords();
  const repeats = usePages(DefectDuplicates, { project, defect }, start, duplicatesOf);
  const above = original ? [original] : [];
  const pages = { ...repeats, nodes: [...above, ...repeats.nodes], total: above.length + repeats.total };
  if (pages.total === 0) return null;
  return (
    <Block title={say("defect.same")} count={pages.total}>
      <DefectTable project={project} rows={pages.nodes} label={say("defect.same")} />
      <More pages={pages} />
    </Block>
  );
}
