import type { Section } from "../lib/address";
import { sections } from "../lib/address";
import { useKeys } from "../lib/keys";
import { goTo } from "../lib/walk";
import { useWords, type WordKey } from "../lib/words";
import { ThingLink } from "../parts/ThingLink";

/** The parts of a project, the one that is shown marked. */
export function Sections({ project, section }: { project: string; section: Section | undefined }) {
  const { say } = useWords();
  const parts: readonly (Section | undefined)[] = [undefined, ...sections];
  const go = (to?: Section) => () => {
    goTo(to ? { project, section: to } : { project });
    return true;
  };
  useKeys(["g h"], "overview.title", go());
  useKeys(["g r"], "requirements.title", go("requirements"));
  useKeys(["g s"], "suites.title", go("suites"));
  useKeys(["g c"], "cases.title", go("cases"));
  useKeys(["g g"], "graph.title", go("graph"));
  useKeys(["g m"], "matrix.title", go("matrix"));
  useKeys(["g u"], "suspects.title", go("suspects"));
  useKeys(["g e"], "executions.title", go("executions"));
  useKeys(["g d"], "defects.title", go("defects"));
  useKeys(["g i"], "imports.title", go("imports"));
  useKeys(["g a"], "activity.title", go("activity"));
  return (
    <nav className="sections" aria-label={say("sections.title", { key: project })}>
      <ul>
        {parts.map((part) => {
          const word: WordKey = part ? `${part}.title` : "overview.title";
          return (
            <li key={word}>
              <ThingLink to={part ? { project, section: part } : { project }} current={part === section}>
                {say(word)}
              </ThingLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
