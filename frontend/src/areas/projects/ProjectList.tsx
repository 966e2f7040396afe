import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { ThingLink } from "../../parts/ThingLink";
import type { ProjectsData } from "./gen/operations";

/** The workspace's projects as links, so that each opens in its own tab too. */
export function ProjectList({ projects }: { projects: ProjectsData["projects"]["nodes"] }) {
  const { say } = useWords();
  return (
    <nav aria-label={say("projects.title")} data-pane>
      <ul className="project-list">
        {projects.map(({ key, name, description }) => (
          <li key={key}>
            <ThingLink row to={{ project: key }}>
              <span className="key">{key}</span> <Said>{name}</Said>
            </ThingLink>
            {description && (
              <p className="quiet">
                <Said>{description}</Said>
              </p>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
