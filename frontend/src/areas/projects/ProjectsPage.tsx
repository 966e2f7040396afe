import { usePlace } from "../../lib/address";
import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Command, Notice, Waiting } from "../../ui/Notice";
import { Failure } from "./Failure";
import { type ProjectsData, projectsQuery } from "./operations";
import { ProjectList } from "./ProjectList";
import { Requirements } from "./Requirements";
import "./projects.css";

/** The first page: the projects of the workspace, and the requirements of the one that the address names. */
export function ProjectsPage() {
  const { say } = useWords();
  const { project } = usePlace();
  const asked = useAnswer<ProjectsData>(projectsQuery);

  if (asked.state === "failed") {
    return (
      <div className="projects-alone">
        <h1>{say("projects.title")}</h1>
        <Failure what="projects.failed" failure={asked.failure} retry={asked.retry} />
      </div>
    );
  }
  if (asked.state === "ready" && asked.data.projects.nodes.length === 0) {
    return (
      <div className="projects-alone">
        <h1>{say("projects.title")}</h1>
        <NoProjects />
      </div>
    );
  }
  return (
    <div className="projects">
      <section className="projects-side">
        <h1>{say("projects.title")}</h1>
        {asked.state === "loading" && <Waiting>{say("projects.loading")}</Waiting>}
        {asked.state === "ready" && <ProjectList projects={asked.data.projects.nodes} chosen={project} />}
      </section>
      <section className="projects-main">
        {project === null ? (
          <p className="projects-hint">{say("projects.choose")}</p>
        ) : (
          <Requirements project={project} />
        )}
      </section>
    </div>
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
