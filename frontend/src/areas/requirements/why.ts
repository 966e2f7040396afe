import type { CaseLink } from "./gen/operations";

type Case = NonNullable<CaseLink["testCase"]>;
type Beat = Case["executions"]["nodes"][number];

/** An execution that makes a requirement red: the last word of its case in one environment and scenario. */
export interface Cause {
  testCase: Case;
  execution: Beat;
}

/** Links that count towards coverage: those that are not closed and have a case at their end. */
export function counting(links: readonly CaseLink[]): (CaseLink & { testCase: Case })[] {
  return links.filter(
    (link): link is CaseLink & { testCase: Case } => link.state !== "CLOSED" && link.testCase !== null,
  );
}

/** The executions that speak for a case: the newest of each environment and scenario, as coverage reads them. */
export function speaking(executions: readonly Beat[]): Beat[] {
  const seen = new Set<string>();
  return executions.filter(({ environment, scenario }) => {
    const place = JSON.stringify([environment?.key ?? null, scenario]);
    return !seen.has(place) && seen.add(place);
  });
}

/** Which executions make the requirement red, each once, what failed before what merely broke off. */
export function causes(links: readonly CaseLink[]): Cause[] {
  const seen = new Set<string>();
  const found = counting(links).flatMap(({ testCase }) => {
    if (seen.has(testCase.key)) return [];
    seen.add(testCase.key);
    return speaking(testCase.executions.nodes)
      .filter(({ status }) => status === "FAILED" || status === "ERROR")
      .map((execution) => ({ testCase, execution }));
  });
  return found.sort((a, b) => Number(a.execution.status !== "FAILED") - Number(b.execution.status !== "FAILED"));
}

/** Links whose evidence was gathered for content that has changed since. */
export function suspects(links: readonly CaseLink[]): (CaseLink & { testCase: Case })[] {
  return counting(links).filter(({ state }) => state === "SUSPECT");
}
