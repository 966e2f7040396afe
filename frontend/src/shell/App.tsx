import { lazy, Suspense, useEffect } from "react";
import { CaseDetail, CaseList } from "../areas/cases";
import { DefectDetail, DefectList } from "../areas/defects";
import { ExecutionDetail, ExecutionList } from "../areas/executions";
import { ProjectsPage } from "../areas/projects";
import { RequirementsPage } from "../areas/requirements";
import { SearchField } from "../areas/search";
import { SuitesPage } from "../areas/suites";
import { type Place, usePlace } from "../lib/address";
import { listenToKeys } from "../lib/keys";
import { keepPlaces } from "../lib/walk";
import { useWords } from "../lib/words";
import { Toasts } from "../parts/Toasts";
import { Skeleton } from "../ui/Skeleton";
import { Boundary } from "./Boundary";
import { Crumbs } from "./Crumbs";
import { Keys } from "./Keys";
import { LiveBanner, LiveMark } from "./LiveMark";
import { Sections } from "./Sections";
import { TopBar } from "./TopBar";
import "./App.css";

// What is not seen first comes when it is asked for.
const GraphPage = lazy(() => import("../areas/graph").then((area) => ({ default: area.GraphPage })));
const MatrixPage = lazy(() => import("../areas/matrix").then((area) => ({ default: area.MatrixPage })));
const SuspectsPage = lazy(() => import("../areas/suspects").then((area) => ({ default: area.SuspectsPage })));
const ImportsPage = lazy(() => import("../areas/imports").then((area) => ({ default: area.ImportsPage })));
const ActivityPage = lazy(() => import("../areas/activity").then((area) => ({ default: area.ActivityPage })));
const HomePage = lazy(() => import("../areas/home").then((area) => ({ default: area.HomePage })));

/** The whole page: the bar, the parts of the project, the way one came, and the area that the address names. */
export function App() {
  const { say } = useWords();
  const place = usePlace();
  useEffect(keepPlaces, []);
  useEffect(listenToKeys, []);
  return (
    <>
      <a className="skip" href="#content">
        {say("app.skip")}
      </a>
      <TopBar>
        <LiveMark project={place.project} />
        <SearchField />
        <a href="/graphiql">{say("link.graphiql")}</a>
        <Keys />
      </TopBar>
      <LiveBanner key={place.project} project={place.project} />
      <div className={place.project === null ? "app" : "app app-project"}>
        {place.project !== null && <Sections project={place.project} section={place.section} />}
        <main id="content" tabIndex={-1}>
          {place.project !== null && <Crumbs place={place} />}
          <Boundary key={`${place.project} ${place.section}`}>
            <Suspense fallback={<Skeleton words={say("page.loading")} />}>
              <Area place={place} />
            </Suspense>
          </Boundary>
        </main>
      </div>
      <Toasts />
    </>
  );
}

/** Chooses the area by the address. Each thing begins anew, so that nothing of the one before is seen in it. */
function Area({ place: { project, section, key } }: { place: Place }) {
  if (project === null) return <ProjectsPage />;
  switch (section) {
    case "requirements":
      return <RequirementsPage project={project} chosen={key} />;
    case "cases":
      return key ? <CaseDetail key={key} project={project} testCase={key} /> : <CaseList project={project} />;
    case "suites":
      return <SuitesPage project={project} chosen={key} />;
    case "executions":
      return key ? <ExecutionDetail key={key} project={project} id={key} /> : <ExecutionList project={project} />;
    case "defects":
      return key ? <DefectDetail key={key} project={project} defect={key} /> : <DefectList project={project} />;
    case "graph":
      return <GraphPage project={project} />;
    case "matrix":
      return <MatrixPage project={project} />;
    case "suspects":
      return <SuspectsPage project={project} />;
    case "imports":
      return <ImportsPage project={project} chosen={key} />;
    case "activity":
      return <ActivityPage project={project} />;
    default:
      return <HomePage project={project} />;
  }
}
