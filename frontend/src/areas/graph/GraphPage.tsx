import { useParams } from "../../lib/address";
import { Chooser } from "./Chooser";
import { GraphView } from "./GraphView";
import { rootOf, rootText } from "./root";
import "./graph.css";

/** The graph of a project, from the thing that the address names; without one, where to begin. */
export function GraphPage({ project }: { project: string }) {
  const params = useParams();
  const root = rootOf(params.root);
  if (!root) return <Chooser project={project} />;
  return <GraphView key={rootText(root)} project={project} root={root} params={params} />;
}
