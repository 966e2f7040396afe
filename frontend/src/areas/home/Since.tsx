import { useEffect, useState } from "react";
import { recall, remember } from "../../lib/remember";
import { useWords } from "../../lib/words";
import { Block } from "../../parts/Block";
import { ChangeSentence } from "../../parts/ChangeSentence";
import { ThingLink } from "../../parts/ThingLink";
import type { HomeData } from "./gen/operations";

type Latest = NonNullable<HomeData["project"]>["latest"]["nodes"];

/** How many changes stand here; the rest is a page of its own. */
const most = 7;

/** What changed since the person last left this page: counted by the numbers of the feed, which have no holes. */
export function Since({ project, latest, seq }: { project: string; latest: Latest; seq: number }) {
  const { say } = useWords();
  const name = `asterism.seen.${project}`;
  const [seen] = useState(() => recall(name));
  useEffect(() => remember(name, String(seq)), [name, seq]);
  const isFirst = seen === null;
  const since = isFirst ? 0 : Math.min(Number(seen) || 0, seq);
  const shown = latest.filter((change) => change.seq > since).toReversed();
  const count = seq - since;
  const said = () => {
    if (isFirst) return say("home.since.first");
    return count === 0 ? say("home.since.none") : say("home.since.count", { count });
  };
  return (
    <Block title={say("home.since")}>
      <p className="quiet">{said()}</p>
      <ol className="home-changes">
        {shown.slice(0, most).map((change) => (
          <li key={change.seq}>
            <ChangeSentence project={project} change={change} />
          </li>
        ))}
      </ol>
      <ThingLink to={{ project, section: "activity" }}>{say("home.since.all")}</ThingLink>
    </Block>
  );
}
