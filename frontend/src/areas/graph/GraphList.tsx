import { useWords } from "../../lib/words";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { type Graph, lanes, type Node, neighbours } from "./model";
import { statusKind } from "./NodeBox";
import { sectionOf } from "./root";

/** The nodes of a graph lane by lane, as they are listed and exported. */
export function inLanes(graph: Graph): Node[] {
  const all = [...graph.nodes.values()];
  return lanes.flatMap((lane) => all.filter(({ kind }) => kind === lane));
}

/** The same graph as a table, for those who listen, and for whoever would rather read. */
export function GraphList(props: {
  project: string;
  graph: Graph;
  open: ReadonlySet<string>;
  busy: ReadonlySet<string>;
  toggle: (id: string) => void;
}) {
  const { say } = useWords();
  const { graph, project } = props;
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="hidden-word">{say("graph.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("graph.kind.requirement")} …</th>
            <th scope="col">{say("column.key")}</th>
            <th scope="col">{say("column.title")}</th>
            <th scope="col">{say("graph.status")}</th>
            <th scope="col">{say("graph.relations")}</th>
            <th scope="col">
              <span className="hidden-word">{say("graph.expand")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inLanes(graph).map((node) => (
            <tr key={node.id}>
              <td>{say(`graph.kind.${node.kind}`)}</td>
              <td>
                <ThingLink row to={{ project, section: sectionOf[node.kind], key: addressKey(node) }}>
                  <span className="key">{node.key || "–"}</span>
                </ThingLink>
              </td>
              <td>{node.title}</td>
              <td>
                <Status kind={statusKind[node.kind]} value={node.status} />
              </td>
              <td>
                {neighbours(graph, node.id)
                  .map((id) => graph.nodes.get(id)?.key)
                  .filter(Boolean)
                  .join(", ")}
              </td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={`${say(props.open.has(node.id) ? "graph.fold" : "graph.expand")} ${node.key}`}
                  aria-busy={props.busy.has(node.id)}
                  onClick={() => props.toggle(node.id)}
                >
                  {props.open.has(node.id) ? "−" : "+"}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands for a node in the address of its page. */
export function addressKey(node: Node): string {
  return node.kind === "execution" ? node.id : node.key;
}
