import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { type Page, usePages } from "../../lib/usePages";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { More } from "../../parts/Block";
import { Command, Notice } from "../../ui/Notice";
import { Projects, type ProjectsData } from "./gen/operations";
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
        {({ projects }) => (projects.nodes.length === 0 ? <NoProjects /> : <Chosen start={projects} />)}
      </Answered>
    </div>
  );
}

const projectsOf = (data: ProjectsData) => data.projects;

function Chosen({ start }: { start: Page<ProjectsData["projects"]["nodes"][number]> }) {
  const { say } = useWords();
  const pages = usePages(Projects, {}, start, projectsOf);
  return (
    <>
      <p className="quiet">{say("projects.choose")}</p>
      <ProjectList projects={pages.nodes} />
      <More pages={pages} />
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
