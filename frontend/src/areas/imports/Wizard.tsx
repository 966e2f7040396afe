import { useEffect, useRef } from "react";
import { nameHere } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Detected } from "./Detected";
import { Files } from "./Files";
import { MapStep } from "./MapStep";
import { PreviewStep } from "./PreviewStep";
import { Refused } from "./Refused";
import { Result } from "./Result";
import { type StepName, steps, stepWords } from "./steps";
import { type Facts, useImport } from "./useImport";
import { Working } from "./Working";

/** Bringing something in, step by step. Back goes one step back and keeps what was said; a refusal changes nothing of it. */
export function Wizard({ project, step }: { project: string; step: StepName }) {
  const { say } = useWords();
  const run = useImport(project);
  const shown = reachable(step, run.facts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => nameHere(`${project} ${say("imports.new")}`), [project, say]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is what the focus follows.
  useEffect(() => heading.current?.focus(), [shown]);
  const { busy, refused } = run.facts;
  return (
    <div className="thing imports" data-pane>
      <h1 ref={heading} tabIndex={-1} data-arrive>
        {say("imports.new")}
      </h1>
      <ol className="imports-steps" aria-label={say("imports.steps")}>
        {steps.map((name, at) => (
          <li
            key={name}
            aria-current={name === shown ? "step" : undefined}
            data-done={steps.indexOf(shown) > at || undefined}
          >
            <span className="imports-number" aria-hidden="true">
              {steps.indexOf(shown) > at ? "✓" : at + 1}
            </span>{" "}
            {say(stepWords[name])}
          </li>
        ))}
      </ol>
      {refused && <Refused refused={refused} chosen={run.facts} />}
      {busy ? (
        <Working busy={busy} cancel={run.cancel} />
      ) : (
        <>
          {shown === "files" && <Files project={project} run={run} />}
          {shown === "detected" && <Detected run={run} />}
          {shown === "map" && <MapStep project={project} run={run} />}
          {shown === "preview" && <PreviewStep project={project} run={run} />}
          {shown === "result" && <Result project={project} run={run} />}
        </>
      )}
    </div>
  );
}

/** The step that can be shown: an address from before, or a press of Forward, may name one that nothing is known for. */
function reachable(step: StepName, { staged, looked, done }: Facts): StepName {
  if (step === "result") return done ? "result" : looked ? "preview" : staged ? "detected" : "files";
  if (done) return "result"; // what is imported is not taken back by Back
  if (step === "preview") return looked ? "preview" : staged ? "map" : "files";
  return staged ? step : "files";
}
