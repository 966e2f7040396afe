import type { MouseEvent } from "react";
import { goTo, hrefOf } from "../../lib/address";
import { useWords } from "../../lib/words";
import type { ProjectRow } from "./operations";

/** The workspace's projects as links, so that each opens in its own tab too; the chosen one is marked. */
export function ProjectList({ projects, chosen }: { projects: ProjectRow[]; chosen: string | null }) {
  const { say } = useWords();
  return (
    <nav aria-label={say("projects.title")}>
      <ul className="project-list">
        {projects.map(({ key, name }) => (
          <li key={key}>
            <a
              href={hrefOf({ project: key })}
              aria-current={key === chosen ? "page" : undefined}
              onClick={(event) => open(event, key)}
            >
              <span className="key">{key}</span> <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Follows a plain click inside the page; with a modifier the browser does what it always does. */
function open(event: MouseEvent, project: string) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goTo({ project });
}
