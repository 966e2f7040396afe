import { useWords } from "../../lib/words";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { Difference } from "../../parts/Versions";
import type { SuspectLink } from "./gen/operations";
import type { Verdict } from "./Judgement";

/** One link in doubt: both ends, what changed at them since it was affirmed, and the two answers. */
export function Suspect(props: {
  project: string;
  link: SuspectLink;
  picked: boolean;
  pick: () => void;
  judge: (verdict: Verdict) => void;
}) {
  const { say } = useWords();
  const { project, link } = props;
  const { requirement, testCase } = link;
  const name = { requirement: requirement?.key ?? "", testCase: testCase?.key ?? "" };
  return (
    <li className="suspect" data-link={link.id}>
      <input type="checkbox" checked={props.picked} onChange={props.pick} aria-label={say("suspects.pick", name)} />
      <div className="suspect-ends">
        <Status kind="link" value={link.state} bare />
        {requirement && (
          <ThingLink row to={{ project, section: "requirements", key: requirement.key }}>
            <span className="key">{requirement.key}</span> <Said>{requirement.title}</Said>
          </ThingLink>
        )}
        <span aria-hidden="true">→</span>
        {testCase && (
          <ThingLink to={{ project, section: "cases", key: testCase.key }}>
            <Status kind="execution" value={testCase.lastStatus} bare /> <span className="key">{testCase.key}</span>{" "}
            <Said>{testCase.title}</Said>
          </ThingLink>
        )}
      </div>
      <div className="suspect-actions">
        <button type="button" className="button" onClick={() => props.judge("affirm")}>
          {say("suspects.affirm")}
        </button>
        <button type="button" className="button" onClick={() => props.judge("retire")}>
          {say("suspects.retire")}
        </button>
      </div>
      <div className="suspect-changes">
        {requirement && <Changes end={requirement} pinned={link.requirementVersion} />}
        {testCase && <Changes end={testCase} pinned={link.testCaseVersion} />}
      </div>
    </li>
  );
}

type End = NonNullable<SuspectLink["requirement"]>;

/** What became of an end since the version that the link was affirmed for, word by word. */
function Changes({ end, pinned }: { end: Pick<End, "key" | "contentVersion" | "versions">; pinned: number }) {
  const { say, wordFor } = useWords();
  if (end.contentVersion <= pinned) return null;
  const since = end.versions.nodes.filter(({ number }) => number > pinned);
  return (
    <dl className="changes" aria-label={say("suspects.changed")}>
      <div>
        <dt>{say("suspects.version", { key: end.key, number: end.contentVersion, pinned })}</dt>
      </div>
      {since.map(({ number, reason, changes }) =>
        changes.map(({ field, before, after }) => (
          <div key={`${number} ${field}`}>
            <dt>
              v{number} {wordFor("field", field)}
              {reason && (
                <span className="quiet">
                  {" · "}
                  <Said>{reason}</Said>
                </span>
              )}
            </dt>
            <dd>
              <Difference before={before} after={after} />
            </dd>
          </div>
        )),
      )}
      {since.length < end.contentVersion - pinned && (
        <div>
          <dd className="quiet">{say("suspects.more", { key: end.key })}</dd>
        </div>
      )}
    </dl>
  );
}
