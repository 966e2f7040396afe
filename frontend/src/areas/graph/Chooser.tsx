import { type FormEvent, useState } from "react";
import { setParams } from "../../lib/address";
import { useAnswer } from "../../lib/useAnswer";
import { useWords } from "../../lib/words";
import { Answered } from "../../parts/Answered";
import { Status } from "../../parts/Status";
import { GraphStarts } from "./gen/operations";
import type { Kind } from "./model";
import { statusKind } from "./NodeBox";
import { rootText } from "./root";

interface Start {
  kind: Kind;
  key: string;
  title: string;
  status: string;
}

/** Where to begin: what is red stands there at once, the rest is found by key or words. */
export function Chooser({ project }: { project: string }) {
  const { say } = useWords();
  const [text, setText] = useState("");
  const [wanted, setWanted] = useState("");
  const asked = useAnswer(GraphStarts, { project, text: wanted });
  const search = (event: FormEvent) => {
    event.preventDefault();
    setWanted(text.trim());
  };
  return (
    <section className="graph-chooser">
      <h1 data-arrive tabIndex={-1}>
        {say("graph.title")}
      </h1>
      <search>
        <form onSubmit={search}>
          <label>
            {say("graph.choose")}
            <input
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={say("graph.choose.hint")}
            />
          </label>
          <button type="submit" className="button">
            {say("graph.choose.go")}
          </button>
        </form>
      </search>
      <Answered asked={asked} loading="graph.loading" failed="graph.failed">
        {({ project: found }) => {
          const starts: Start[] = [
            ...(found?.requirements.nodes ?? []).map(({ key, title, coverage }) => ({
              kind: "requirement" as const,
              key,
              title,
              status: coverage.status,
            })),
            ...(found?.testCases.nodes ?? []).map(({ key, title, lastStatus }) => ({
              kind: "case" as const,
              key,
              title,
              status: lastStatus,
            })),
            ...(found?.defects.nodes ?? []).map(({ key, title, status }) => ({
              kind: "defect" as const,
              key,
              title,
              status,
            })),
          ];
          // What is red is what people come for.
          starts.sort((a, b) => Number(b.status === "FAILED") - Number(a.status === "FAILED"));
          if (starts.length === 0) return <p className="quiet">{say("graph.choose.none")}</p>;
          return (
            <ul className="graph-starts">
              {starts.map((start) => (
                <li key={rootText(start)}>
                  <button
                    type="button"
                    className="graph-start"
                    onClick={() => setParams({ root: rootText(start) }, { step: true })}
                  >
                    <Status kind={statusKind[start.kind]} value={start.status} bare />
                    <span className="key">{start.key}</span> {start.title}
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}
