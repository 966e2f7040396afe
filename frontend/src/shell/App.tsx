import { ProjectsPage } from "../areas/projects";
import { useWords } from "../lib/words";
import { TopBar } from "./TopBar";

/** The whole page: the bar, and the area that the address names. */
export function App() {
  const { say } = useWords();
  return (
    <>
      <a className="skip" href="#content">
        {say("app.skip")}
      </a>
      <TopBar>
        <a href="/graphiql">{say("link.graphiql")}</a>
      </TopBar>
      <main id="content" tabIndex={-1}>
        <ProjectsPage />
      </main>
    </>
  );
}
