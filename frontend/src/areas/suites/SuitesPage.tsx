import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { useFolds } from "../../lib/useFolds";
import { type Page, usePages } from "../../lib/usePages";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { More } from "../../parts/Block";
import { Missing } from "../../parts/Page";
import { Notice } from "../../ui/Notice";
import { type SuiteBranch, SuiteRoots, type SuiteRootsData } from "./gen/operations";
import { SuiteBranches } from "./SuiteBranches";

const rootsOf = (data: SuiteRootsData) => data.project?.level;

/** The suites of a project as a tree; an open suite shows its cases. The suite that the address names is opened. */
export function SuitesPage({ project, chosen }: { project: string; chosen?: string | undefined }) {
  const { say } = useWords();
  const asked = useAnswer(SuiteRoots, { project });
  const title = say("suites.title");
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  return (
    <section className="thing" data-pane aria-labelledby="suites-title">
      <h1 id="suites-title" data-arrive tabIndex={-1}>
        {title}
      </h1>
      <Answered asked={asked} loading="suites.loading" failed="suites.failed">
        {(data) =>
          data.project ? (
            <Roots project={project} chosen={chosen} start={data.project.level} />
          ) : (
            <Missing what={project} />
          )
        }
      </Answered>
    </section>
  );
}

function Roots(props: { project: string; chosen: string | undefined; start: Page<SuiteBranch> }) {
  const { say } = useWords();
  const { project, chosen } = props;
  const [open, toggle] = useFolds(`${project} suites`);
  const pages = usePages(SuiteRoots, { project }, props.start, rootsOf);
  if (pages.total === 0) {
    return (
      <Notice title={say("suites.empty")}>
        <p>{say("suites.empty.next")}</p>
      </Notice>
    );
  }
  return (
    <>
      <p className="quiet">{say("list.shown", { shown: pages.nodes.length, total: pages.total })}</p>
      <SuiteBranches project={project} chosen={chosen} open={open} toggle={toggle} rows={pages.nodes} />
      <More pages={pages} />
    </>
  );
}
