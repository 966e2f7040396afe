import { useWords } from "../../lib/words";
import { type Facet, useFilter } from "../../parts/FilterBar";
import { Status } from "../../parts/Status";

const lifecycle = ["DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "IMPLEMENTED", "VERIFIED", "OBSOLETE"] as const;

/** What the evidence of a requirement's own cases can be asked for, in the words of the server. */
const evidence = {
  FAILED: { hasTraceLinksWith: [{ state: "VALID", hasTestCaseWith: [{ lastStatusIn: ["FAILED", "ERROR"] }] }] },
  SUSPECT: { hasTraceLinksWith: [{ state: "SUSPECT" }] },
  UNCOVERED: { not: { hasTraceLinksWith: [{ stateNotIn: ["CLOSED", "ORPHANED"] }] } },
} as const;

/** The filter of the requirements: what can be chosen, and the conditions of what was; none while nothing is filtered. */
export function useRequirementFilter(): { facets: Facet[]; where: Record<string, unknown> | null } {
  const { say, wordFor } = useWords();
  const { text, chosen, active } = useFilter(["state", "has"]);
  const facets: Facet[] = [
    {
      param: "has",
      label: say("trees.evidence"),
      choices: [
        {
          value: "FAILED",
          word: say("trees.has.failed"),
          look: <Look status="FAILED" word={say("trees.has.failed")} />,
        },
        {
          value: "SUSPECT",
          word: say("trees.has.suspect"),
          look: <Look status="SUSPECT" word={say("trees.has.suspect")} />,
        },
        {
          value: "UNCOVERED",
          word: say("trees.has.none"),
          look: <Look status="UNCOVERED" word={say("trees.has.none")} />,
        },
      ],
    },
    {
      param: "state",
      label: say("column.status"),
      choices: lifecycle.map((value) => ({ value, word: wordFor("requirement", value) })),
    },
  ];
  if (!active) return { facets, where: null };
  const and: Record<string, unknown>[] = [];
  if (text) and.push({ or: [{ titleContainsFold: text }, { keyContainsFold: text }] });
  const states = lifecycle.filter((value) => chosen("state").includes(value));
  if (states.length > 0) and.push({ statusIn: states });
  const has = (Object.keys(evidence) as (keyof typeof evidence)[]).filter((value) => chosen("has").includes(value));
  if (has.length > 0) and.push({ or: has.map((value) => evidence[value]) });
  return { facets, where: { and } };
}

function Look({ status, word }: { status: "FAILED" | "SUSPECT" | "UNCOVERED"; word: string }) {
  return (
    <span className="filter-look">
      <span aria-hidden="true">
        <Status kind={status === "SUSPECT" ? "link" : "coverage"} value={status} bare />
      </span>{" "}
      {word}
    </span>
  );
}
