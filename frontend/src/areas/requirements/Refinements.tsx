import { type Page, type Pages, usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Block, More } from "../../parts/Block";
import type { RequirementLine } from "../../parts/gen/operations";
import { RequirementTable } from "../../parts/tables";
import {
  RequirementRefinedBy,
  type RequirementRefinedByData,
  RequirementRefines,
  type RequirementRefinesData,
} from "./gen/operations";

interface From {
  project: string;
  requirement: string;
  start: Page<RequirementLine>;
}

const aboveOf = (data: RequirementRefinesData) => data.project?.requirement?.refines;
const belowOf = (data: RequirementRefinedByData) => data.project?.requirement?.refinedBy;

/** The requirements that a requirement refines, whose coverage hears of its failures. */
export function Refines({ project, requirement, start }: From) {
  const { say } = useWords();
  const pages = usePages(RequirementRefines, { project, requirement }, start, aboveOf);
  return <Refinements project={project} title={say("requirement.refines")} pages={pages} />;
}

/** The requirements that refine a requirement, and so speak for it. */
export function RefinedBy({ project, requirement, start }: From) {
  const { say } = useWords();
  const pages = usePages(RequirementRefinedBy, { project, requirement }, start, belowOf);
  return <Refinements project={project} title={say("requirement.refinedBy")} pages={pages} />;
}

function Refinements({ project, title, pages }: { project: string; title: string; pages: Pages<RequirementLine> }) {
  if (pages.total === 0) return null;
  return (
    <Block title={title} count={pages.total}>
      <RequirementTable project={project} rows={pages.nodes} label={title} />
      <More pages={pages} />
    </Block>
  );
}
