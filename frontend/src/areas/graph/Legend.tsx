import { useWords } from "../../lib/words";
import { Status } from "../../parts/Status";

const signs = ["PASSED", "PARTIAL", "FAILED", "STALE", "NOT_RUN", "UNCOVERED"];

/** What the signs and lines mean. */
export function Legend() {
  const { say } = useWords();
  return (
    <details className="graph-legend">
      <summary>{say("graph.legend")}</summary>
      <ul>
        {signs.map((sign) => (
          <li key={sign}>
            <Status kind="coverage" value={sign} />
          </li>
        ))}
        <li>
          <span className="graph-line graph-line-suspect" aria-hidden="true" />
          {say("graph.suspect")}
        </li>
        <li>
          <span className="graph-line graph-line-orphaned" aria-hidden="true" />
          {say("graph.orphaned")}
        </li>
      </ul>
    </details>
  );
}
