import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Command, Notice } from "../../ui/Notice";
import { Projects } from "./gen/operations";
import { ProjectList } from "./ProjectList";
import "./projects.css";

/** The first page: the projects of the workspace. */
export function ProjectsPage() {
  const { say } = useWords();
  const asked = useAnswer(Projects, {});
  const title = say("projects.title");
  useEffect(() => nameHere(title), [title]);
  return (
    <div className="thing">
      <h1 data-arrive tabIndex={-1}>
        {title}
      </h1>
      <Answered asked={asked} loading="projects.loading" failed="projects.failed">
        {({ projects }) => (projects.nodes.length === 0 ? <NoProjects /> : <Chosen projects={projects.nodes} />)}
      </Answered>
    </div>
  );
}

function Chosen({ projects }: { projects: Parameters<typeof ProjectList>[0]["projects"] }) {
  const { say } = useWords();
  return (
    <>
      <p className="quiet">{say("projects.choose")}</p>
      <ProjectList projects={projects} />
    </>
  );
}

/** What to do in a workspace that holds nothing yet. */
function NoProjects() {
  const { say } = useWords();
  return (
    <Notice title={say("projects.empty.title")}>
      <p>{say("projects.empty.next")}</p>
      <Command>asterism project create PAY --name Payments</Command>
      <Command>asterism import results/ --project PAY</Command>
      <p>{say("projects.empty.demo")}</p>
      <Command>asterism demo</Command>
    </Notice>
  );
}
