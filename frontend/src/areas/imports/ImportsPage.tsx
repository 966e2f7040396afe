import { ImportRunPage } from "./ImportRunPage";
import { RunList } from "./RunList";
import { useStep } from "./steps";
import { Wizard } from "./Wizard";
import "./imports.css";

/** The imports of a project: what came in so far, one import in detail, or bringing something in. */
export function ImportsPage({ project, chosen }: { project: string; chosen?: string | undefined }) {
  const step = useStep();
  if (chosen) return <ImportRunPage key={chosen} project={project} id={chosen} />;
  if (step) return <Wizard key={project} project={project} step={step} />;
  return <RunList project={project} />;
}
