import type { Place } from "../../lib/address";
import { useAnswer } from "../../lib/useAnswer";
import { useWords, type WordKey } from "../../lib/words";
import { Failure } from "../../parts/Failure";
import { ThingLink } from "../../parts/ThingLink";
import { Search, type SearchData } from "./gen/operations";

type Hit = SearchData["search"]["nodes"][number];

const kinds = ["REQUIREMENT", "TEST_CASE", "DEFECT", "COMMENT"] as const;
const titles: Record<(typeof kinds)[number], WordKey> = {
  REQUIREMENT: "requirements.title",
  TEST_CASE: "cases.title",
  DEFECT: "defects.title",
  COMMENT: "comments.title",
};

/** What was found, grouped by kind, with the words that were looked for marked. */
export function Hits({ text, project }: { text: string; project: string | null }) {
  const { say } = useWords();
  const asked = useAnswer(Search, { text, first: 30, ...(project === null ? {} : { project }) });
  if (asked.state === "loading") return null;
  if (asked.state === "failed") {
    return (
      <div className="hit-group">
        <Failure what="search.failed" failure={asked.failure} retry={asked.retry} />
      </div>
    );
  }
  const { nodes, totalCount } = asked.data.search;
  return (
    <div className="hit-group">
      <p className="quiet" role="status">
        {totalCount === 0
          ? say("search.none", { text })
          : say("search.shown", { shown: nodes.length, total: totalCount })}
      </p>
      {kinds.map((kind) => {
        const some = nodes.filter((hit) => hit.kind === kind && placeOfHit(hit) !== null);
        if (some.length === 0) return null;
        return (
          <section key={kind} aria-label={say(titles[kind])}>
            <h2>{say(titles[kind])}</h2>
            <ul>
              {some.map((hit, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a hit has no key of its own, and the list is replaced as a whole.
                <Line key={at} hit={hit} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ hit }: { hit: Hit }) {
  const place = placeOfHit(hit);
  if (!place) return null;
  const named = place.section !== "executions" ? place.key : undefined;
  return (
    <li>
      <ThingLink row to={place}>
        {named && <span className="key">{named}</span>} <Marked pieces={hit.title} />
        {hit.snippet.length > 0 && (
          <span className="hit-snippet">
            <Marked pieces={hit.snippet} />
          </span>
        )}
      </ThingLink>
    </li>
  );
}

function Marked({ pieces }: { pieces: Hit["title"] }) {
  return pieces.map(({ text, hit }, at) => {
    const id = `${at} ${text}`;
    return hit ? <mark key={id}>{text}</mark> : <span key={id}>{text}</span>;
  });
}

/** Where a hit leads: to the thing itself, and from a comment to what it is about; null when the page has no place for it. */
export function placeOfHit({ node }: Hit): Place | null {
  if (node.__typename === "other") return null;
  const project = node.project.key;
  const thing = node.__typename === "Comment" ? node.about : node;
  switch (thing?.__typename) {
    case "Requirement":
      return { project, section: "requirements", key: thing.key };
    case "TestCase":
      return { project, section: "cases", key: thing.key };
    case "Defect":
      return { project, section: "defects", key: thing.key };
    case "Execution":
      return { project, section: "executions", key: thing.id };
    default:
      return null;
  }
}
