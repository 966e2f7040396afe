import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { useFolds } from "../../lib/useFolds";
import { type Page, usePages } from "../../lib/usePages";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { More } from "../../parts/Block";
import { Missing } from "../../parts/Page";
import { Command, Notice } from "../../ui/Notice";
import { Branches, type TreeProps } from "./Branches";
import { type Branch, RequirementRoots, type RequirementRootsData } from "./gen/operations";

/** The requirements in document order, one level at a time. */
export function RequirementTree({ project, chosen }: { project: string; chosen?: string }) {
  const { say } = useWords();
  const asked = useAnswer(RequirementRoots, { project });
  const title = say("requirements.title");
  useEffect(() => {
    if (chosen === undefined) nameHere(`${project} ${title}`);
  }, [project, title, chosen]);
  return (
    <section className="tree" aria-labelledby="tree-title">
      {chosen === undefined ? (
        <h1 id="tree-title" data-arrive tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <h2 id="tree-title">{title}</h2>
      )}
      <Answered asked={asked} loading="requirements.loading" failed="requirements.failed">
        {(data) => {
          if (!data.project) return <Missing what={project} />;
          if (data.project.level.totalCount === 0) return <Empty project={project} />;
          return <Roots project={project} chosen={chosen} start={data.project.level} />;
        }}
      </Answered>
    </section>
  );
}

const rootsOf = (data: RequirementRootsData) => data.project?.level;

function Roots({ project, chosen, start }: { project: string; chosen: string | undefined; start: Page<Branch> }) {
  const { say } = useWords();
  const [open, toggle] = useFolds(`${project} requirements`);
  const pages = usePages(RequirementRoots, { project }, start, rootsOf);
  const tree: TreeProps = { project, chosen, open, toggle };
  return (
    <>
      <p className="quiet">{say("requirements.shown", { shown: pages.nodes.length, total: pages.total })}</p>
      <Branches {...tree} rows={pages.nodes} />
      <More pages={pages} />
    </>
  );
}

function Empty({ project }: { project: string }) {
  const { say } = useWords();
  return (
    <Notice title={say("requirements.empty.title")}>
      <p>{say("requirements.empty.next")}</p>
      <Command>{`asterism import requirements.csv --project ${project}`}</Command>
    </Notice>
  );
}
