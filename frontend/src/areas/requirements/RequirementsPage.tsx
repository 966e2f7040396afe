import { useWide } from "../../lib/useWide";
import { RequirementDetail } from "./RequirementDetail";
import { RequirementTree } from "./RequirementTree";
import "./requirements.css";

/** The requirements of a project as a tree, and the chosen one beside it where there is room, else in its place. */
export function RequirementsPage({ project, chosen }: { project: string; chosen?: string | undefined }) {
  const wide = useWide();
  if (chosen === undefined) return <RequirementTree project={project} />;
  if (!wide) return <RequirementDetail key={chosen} project={project} requirement={chosen} />;
  return (
    <div className="beside">
      <div className="beside-list" data-pane data-scroll="requirements">
        <RequirementTree project={project} chosen={chosen} />
      </div>
      <div className="beside-detail" data-pane>
        <RequirementDetail key={chosen} project={project} requirement={chosen} />
      </div>
    </div>
  );
}
