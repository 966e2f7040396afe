import { useMemo } from "react";
import type { Slice } from "../../lib/run";
import { asked, firstPage, sourceOf } from "../../lib/source";
import { useOpen } from "../../lib/useOpen";
import { topLevel, useRows } from "../../lib/useRows";
import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { TreeTable } from "../../parts/TreeTable";
import type { VirtualColumn } from "../../ui/VirtualTable";
import { type Branch, RequirementChildren, RequirementMatches, RequirementRoots } from "./gen/operations";
import { Shares } from "./Shares";

/** A requirement in the tree; one that was found by a filter also knows those above it. */
type Twig = Branch & { parent?: Above | null };
interface Above {
  key: string;
  title: string;
  parent?: Above | null;
}

const keyOf = ({ key }: Twig) => key;
const belowOf = ({ key, children }: Twig) => [{ level: key, total: children.totalCount }];
const none = () => [];
const canOpen = ({ children }: Twig) => children.totalCount > 0;
const nothing: ReadonlySet<string> = new Set();

/** The rows of the tree, or of what matches a filter, each with what its cases say. */
export function RequirementRows(props: {
  project: string;
  chosen: string | undefined;
  where: Record<string, unknown> | null;
  top: Slice<Twig>;
}) {
  const { say } = useWords();
  const { project, chosen, where, top } = props;
  const [open, setOpen] = useOpen(`${project} requirements`);
  const source = useMemo(
    () =>
      sourceOf<Twig>(keyOf, (level) => {
        if (level !== topLevel) {
          const variables = { project, requirement: level };
          return asked(RequirementChildren, variables, (data) => data.project?.requirement?.level);
        }
        if (where) return asked(RequirementMatches, { project, where }, (data) => data.project?.level as Slice<Twig>);
        return asked(RequirementRoots, { project }, (data) => data.project?.level);
      }),
    [project, where],
  );
  const question = JSON.stringify(["requirements", project, where, firstPage]);
  const rows = useRows({ question, source, top, open: where ? nothing : open, below: where ? none : belowOf });
  const columns: VirtualColumn<Twig>[] = [
    {
      id: "shares",
      head: say("column.coverage"),
      width: 168,
      minor: true,
      cell: ({ coverage }) => <Shares coverage={coverage} />,
    },
    {
      id: "defects",
      head: say("column.openDefects"),
      kind: "number",
      minor: true,
      width: 112,
      cell: ({ coverage: { openDefects } }) => (
        <span className={openDefects === 0 ? "zero" : undefined}>{openDefects}</span>
      ),
    },
  ];
  return (
    <TreeTable
      question={question}
      label={say("requirements.title")}
      head={say("trees.requirement")}
      failed="requirements.failed"
      rows={rows}
      open={where ? nothing : open}
      setOpen={setOpen}
      id={keyOf}
      canOpen={where ? () => false : canOpen}
      to={({ key }) => ({ project, section: "requirements", key })}
      chosen={({ key }) => key === chosen}
      handle={({ key, children }) => say("tree.below", { key, count: children.totalCount })}
      brief={({ key, title }) => `${key} ${title}`}
      words={({ key, title, coverage }) => (
        <>
          <Status kind="coverage" value={coverage.status} bare /> <span className="key">{key}</span>{" "}
          <span className="twig-title" title={title}>
            <Said>{title}</Said>
          </span>
        </>
      )}
      after={(twig) => (
        <>
          {twig.suspects.totalCount > 0 && (
            <span title={say("trees.suspects", { count: twig.suspects.totalCount })}>
              <Status kind="link" value="SUSPECT" bare />
            </span>
          )}
          {where && twig.parent && <span className="twig-path">{pathOf(twig.parent)}</span>}
        </>
      )}
      columns={columns}
    />
  );
}

/** The way down to a match, as far as it was asked for. */
function pathOf(above: Above): string {
  const names: string[] = [];
  for (let now: Above | null | undefined = above; now; now = now.parent) names.unshift(`${now.key} ${now.title}`);
  return names.join(" › ");
}
