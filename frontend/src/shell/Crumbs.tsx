import { hrefOf, type Place } from "../lib/address";
import { trail } from "../lib/walk";
import { useWords } from "../lib/words";
import { ThingLink } from "../parts/ThingLink";

/** The way one came: the workspace, the project, the list it began at, and every thing walked through since. */
export function Crumbs({ place }: { place: Place }) {
  const { say } = useWords();
  const { project, section, key } = place;
  if (project === null) return null;
  const steps = trail();
  const began = steps[0]?.place.section ?? section;
  return (
    <nav className="crumbs" aria-label={say("crumbs.title")}>
      <ol>
        <li>
          <ThingLink to={{ project: null }}>{say("projects.title")}</ThingLink>
        </li>
        {section && (
          <li>
            <ThingLink to={{ project }}>
              <span className="key">{project}</span>
            </ThingLink>
          </li>
        )}
        {key && began && (
          <li>
            <ThingLink to={{ project, section: began }}>{say(`${began}.title`)}</ThingLink>
          </li>
        )}
        {steps.map((step) => (
          <li key={hrefOf(step.place)}>
            <ThingLink to={step.place}>{step.label}</ThingLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
