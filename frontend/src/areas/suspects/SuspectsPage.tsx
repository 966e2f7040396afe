import { useEffect } from "react";
import { useAnswer } from "../../lib/useAnswer";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Missing } from "../../parts/Page";
import { QueryButton } from "../../parts/QueryButton";
import { Notice } from "../../ui/Notice";
import { SuspectLinks } from "./gen/operations";
import { Queue } from "./Queue";
import "./suspects.css";

/** The links that wait for somebody to say whether they still hold, to be gone through in one sitting. */
export function SuspectsPage({ project }: { project: string }) {
  const { say } = useWords();
  const asked = useAnswer(SuspectLinks, { project });
  const title = say("suspects.title");
  useEffect(() => nameHere(`${project} ${title}`), [project, title]);
  return (
    <section className="suspects" aria-labelledby="suspects-title">
      <header className="suspects-bar">
        <h1 id="suspects-title" data-arrive tabIndex={-1}>
          {title}
        </h1>
        <QueryButton text={SuspectLinks.text} variables={{ project }} />
      </header>
      <Answered asked={asked} loading="suspects.loading" failed="suspects.failed">
        {(data) => {
          if (!data.project) return <Missing what={project} />;
          if (data.project.suspects.totalCount === 0) {
            return (
              <Notice title={say("suspects.none")}>
                <p>{say("suspects.none.next")}</p>
              </Notice>
            );
          }
          return <Queue project={project} start={data.project.suspects} />;
        }}
      </Answered>
    </section>
  );
}
