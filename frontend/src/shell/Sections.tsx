import type { Section } from "../lib/address";
import { sections } from "../lib/address";
import { useWords, type WordKey } from "../lib/words";
import { ThingLink } from "../parts/ThingLink";

/** The parts of a project, the one that is shown marked. */
export function Sections({ project, section }: { project: string; section: Section | undefined }) {
  const { say } = useWords();
  const parts: readonly (Section | undefined)[] = [undefined, ...sections];
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
