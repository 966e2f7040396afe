import { useEffect, useMemo, useState } from "react";
import { firstPage } from "../../lib/source";
import { useAnswer } from "../../lib/useAnswer";
import { unfold } from "../../lib/useFolds";
import { useSteady } from "../../lib/useSteady";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { FilterBar, useFilter } from "../../parts/FilterBar";
import { Missing } from "../../parts/Page";
import { Notice } from "../../ui/Notice";
import { SuiteCases, SuiteMatches, SuiteRoots } from "./gen/operations";
import { SuiteRows } from "./SuiteRows";

// The rows below an open suite are read by other questions: what they are made of keeps the whole tree live.
const roots = { ...SuiteRoots, kinds: [...new Set([...(SuiteRoots.kinds ?? []), ...(SuiteCases.kinds ?? [])])] };

/** The suites of a project as a tree of any size; an open suite shows its cases. */
export function SuitesPage({ project, chosen }: { project: string; chosen?: string | undefined }) {
  const { say } = useWords();
  const title = say("suites.title");
  const { text } = useFilter([]);
  const [matching, setMatching] = useState<{ shown: number; total: number } | null>(null);
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  useEffect(() => {
    if (chosen) unfold(`${project} suites`, [chosen]);
  }, [project, chosen]);
  return (
    <section className="thing tree" data-pane aria-labelledby="suites-title">
      <h1 id="suites-title" data-arrive tabIndex={-1}>
        {title}
      </h1>
      <FilterBar project={project} section="suites" facets={[]} matching={text ? matching : null} />
      {text ? (
        <Matches project={project} chosen={chosen} text={text} tell={setMatching} />
      ) : (
        <Whole project={project} chosen={chosen} />
      )}
    </section>
  );
}

function Whole({ project, chosen }: { project: string; chosen: string | undefined }) {
  const { say } = useWords();
  const asked = useAnswer(roots, { project, ...firstPage });
  return (
    <Answered asked={asked} loading="suites.loading" failed="suites.failed">
      {(data) => {
        const level = data.project?.level;
        if (!level) return <Missing what={project} />;
        if (level.totalCount === 0) {
          return (
            <Notice title={say("suites.empty")}>
              <p>{say("suites.empty.next")}</p>
            </Notice>
          );
        }
        return (
          <>
            <p className="quiet">{say("trees.roots", { total: level.totalCount })}</p>
            <SuiteRows project={project} chosen={chosen} where={null} top={level} />
          </>
        );
      }}
    </Answered>
  );
}

function Matches(props: {
  project: string;
  chosen: string | undefined;
  text: string;
  tell: (matching: { shown: number; total: number }) => void;
}) {
  const { project, chosen, text, tell } = props;
  const { say } = useWords();
  const where = useMemo(() => ({ nameContainsFold: text }), [text]);
  const fresh = useAnswer(SuiteMatches, { project, where, ...firstPage });
  const { asked, question } = useSteady(fresh, where);
  const found = asked.state === "ready" ? asked.data.project : null;
  const shown = found?.level.totalCount;
  const total = found?.all.totalCount;
  useEffect(() => {
    if (shown !== undefined && total !== undefined) tell({ shown, total });
  }, [tell, shown, total]);
  return (
    <Answered asked={asked} loading="suites.loading" failed="suites.failed">
      {(data) => {
        const level = data.project?.level;
        if (!level) return <Missing what={project} />;
        if (level.totalCount === 0) return <p className="quiet">{say("trees.none")}</p>;
        return <SuiteRows project={project} chosen={chosen} where={question} top={level} />;
      }}
    </Answered>
  );
}
