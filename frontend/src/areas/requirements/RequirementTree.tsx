import { useEffect, useMemo, useState } from "react";
import { firstPage } from "../../lib/source";
import { useAnswer } from "../../lib/useAnswer";
import { useSteady } from "../../lib/useSteady";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { FilterBar } from "../../parts/FilterBar";
import { Missing } from "../../parts/Page";
import { Command, Notice } from "../../ui/Notice";
import { useRequirementFilter } from "./filter";
import { RequirementMatches, RequirementRoots } from "./gen/operations";
import { RequirementRows } from "./RequirementRows";

interface Where {
  project: string;
  chosen: string | undefined;
}

/** The requirements in document order as a tree of any size, or those that match a filter with the way to each. */
export function RequirementTree({ project, chosen }: { project: string; chosen?: string }) {
  const { say } = useWords();
  const title = say("requirements.title");
  const { facets, where } = useRequirementFilter();
  const [matching, setMatching] = useState<{ shown: number; total: number | null } | null>(null);
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
      <FilterBar project={project} section="requirements" facets={facets} matching={where ? matching : null} />
      {where ? (
        <Matches project={project} chosen={chosen} where={where} tell={setMatching} />
      ) : (
        <Whole project={project} chosen={chosen} />
      )}
    </section>
  );
}

function Whole({ project, chosen }: Where) {
  const { say } = useWords();
  const asked = useAnswer(RequirementRoots, { project, ...firstPage });
  return (
    <Answered asked={asked} loading="requirements.loading" failed="requirements.failed">
      {(data) => {
        const level = data.project?.level;
        if (!level) return <Missing what={project} />;
        if (level.totalCount === 0) return <Empty project={project} />;
        return (
          <>
            <p className="quiet">{say("trees.roots", { total: level.totalCount })}</p>
            <RequirementRows project={project} chosen={chosen} where={null} top={level} />
          </>
        );
      }}
    </Answered>
  );
}

function Matches(
  props: Where & {
    where: Record<string, unknown>;
    tell: (matching: { shown: number; total: number }) => void;
  },
) {
  const { say } = useWords();
  const { project, chosen, tell } = props;
  const written = JSON.stringify(props.where);
  const where = useMemo(() => JSON.parse(written) as Record<string, unknown>, [written]);
  const fresh = useAnswer(RequirementMatches, { project, where, ...firstPage });
  const { asked, question } = useSteady(fresh, where);
  const found = asked.state === "ready" ? asked.data.project : null;
  const shown = found?.level.totalCount;
  const total = found?.all.totalCount;
  useEffect(() => {
    if (shown !== undefined && total !== undefined) tell({ shown, total });
  }, [tell, shown, total]);
  return (
    <Answered asked={asked} loading="requirements.loading" failed="requirements.failed">
      {(data) => {
        const level = data.project?.level;
        if (!level) return <Missing what={project} />;
        if (level.totalCount === 0) return <p className="quiet">{say("trees.none")}</p>;
        return <RequirementRows project={project} chosen={chosen} where={question} top={level} />;
      }}
    </Answered>
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
