import { useEffect, useMemo } from "react";
import type { Section } from "../lib/address";
import { useParams } from "../lib/address";
import type { Operation } from "../lib/operation";
import type { Slice } from "../lib/run";
import { asked as askedBy, firstPage, sourceOf } from "../lib/source";
import { useAnswer } from "../lib/useAnswer";
import { useSteady } from "../lib/useSteady";
import { nameHere } from "../lib/walk";
import { useWords, type WordKey } from "../lib/words";
import type { Column } from "../ui/DataTable";
import { Command, Notice } from "../ui/Notice";
import { Answered } from "./Answered";
import type { Assignable } from "./bulk/useBulk";
import { type Facet, FilterBar } from "./FilterBar";
import { ListRows } from "./ListRows";
import { Missing } from "./Page";

/** The answer of a long list: how many there are without the filter, and a page of those with it. */
export interface ListData<Node> {
  project: { all: { totalCount: number }; level: Slice<Node> } | null;
}

interface Variables extends Record<string, unknown> {
  project: string;
  where: Record<string, unknown>;
  order: Record<string, unknown>[];
}

interface Props<Node> {
  project: string;
  section: Section;
  title: WordKey;
  empty: WordKey;
  loading: WordKey;
  failed: WordKey;
  operation: Operation<ListData<Node>, Variables>;
  columns: readonly Column<Node>[];
  /** What the row goes by, for those who hear its checkbox. */
  name: (node: Node) => string;
  facets: readonly Facet[];
  /** The conditions that the filter of the address stands for. */
  where: Record<string, unknown>;
  /** The order when the address says none, such as -REPORTED_AT. */
  order: string;
  trash?: "cases" | "defects";
  assign?: boolean;
}

/** A page that is one long list: its heading, the filter, and rows that are read as they come into view. */
export function ListPage<Node extends Assignable>(props: Props<Node>) {
  const { say } = useWords();
  const { project, section, operation } = props;
  const title = say(props.title);
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  const order = useParams().order ?? props.order;
  const written = JSON.stringify(props.where);
  const wanted = useMemo(() => {
    const conditions = JSON.parse(written) as Record<string, unknown>;
    const fields = [{ field: order.replace(/^-/, ""), direction: order.startsWith("-") ? "DESC" : "ASC" }];
    const variables = { project, where: conditions, order: fields };
    return {
      where: conditions,
      sort: fields,
      question: JSON.stringify([section, variables]),
      source: sourceOf<Node>(
        ({ id }) => id,
        () => askedBy(operation, variables, (data: ListData<Node>) => data.project?.level),
      ),
    };
  }, [project, section, written, order, operation]);
  const fresh = useAnswer(operation, { project, where: wanted.where, order: wanted.sort, ...firstPage });
  const { asked, question } = useSteady(fresh, wanted);
  const filtered = Object.keys(question.where).length > 0;
  const found = asked.state === "ready" ? asked.data.project : null;
  const matching = found ? { shown: found.level.totalCount, total: found.all.totalCount } : null;
  return (
    <div className="thing" data-pane>
      <h1 data-arrive tabIndex={-1}>
        {title}
      </h1>
      <FilterBar project={project} section={section} facets={props.facets} matching={filtered ? matching : null} />
      <Answered asked={asked} loading={props.loading} failed={props.failed}>
        {(data) => {
          if (!data.project) return <Missing what={project} />;
          const { all, level } = data.project;
          if (level.totalCount === 0 && filtered && all.totalCount > 0) {
            return <p className="quiet">{say("trees.none")}</p>;
          }
          if (level.totalCount === 0) {
            return (
              <Notice title={say(props.empty)}>
                <p>{say("list.empty.next")}</p>
                <Command>{`asterism import results/ --project ${project}`}</Command>
              </Notice>
            );
          }
          return (
            <ListRows
              {...props}
              label={title}
              question={question.question}
              source={question.source}
              top={level}
              order={order}
            />
          );
        }}
      </Answered>
    </div>
  );
}
