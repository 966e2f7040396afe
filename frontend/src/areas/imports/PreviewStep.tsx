import type { FormEvent } from "react";
import { useWords } from "../../lib/words";
import { Block } from "../../parts/Block";
import { ThingLink } from "../../parts/ThingLink";
import { ChangeSet, Counts } from "./ChangeSet";
import { fileOf } from "./chosen";
import { goToStep } from "./steps";
import type { Import } from "./useImport";
import { Warnings } from "./Warnings";

/** The fourth step: what would change, before anything does. */
export function PreviewStep({ project, run }: { project: string; run: Import }) {
  const { say, language } = useWords();
  const report = run.facts.looked?.report;
  if (!report) return null;
  const changes = report.created + report.updated;
  const next = async (event: FormEvent) => {
    event.preventDefault();
    if (await run.take()) goToStep("result");
  };
  return (
    <form className="imports-step" onSubmit={next}>
      <p className="imports-sum">
        {changes === 0
          ? say("imports.nothingNew")
          : say("imports.would", {
              created: report.created.toLocaleString(language),
              updated: report.updated.toLocaleString(language),
              unchanged: report.unchanged.toLocaleString(language),
            })}{" "}
        {changes === 0 && report.importRun && (
          <ThingLink to={{ project, section: "imports", key: report.importRun }}>{say("imports.earlier")}</ThingLink>
        )}
      </p>
      <ChangeSet report={report} />
      <Block title={say("imports.holds")}>
        <Counts counts={report.counts} />
      </Block>
      <Warnings warnings={report.warnings} count={report.warningCount} fileOf={(name) => fileOf(run.facts, name)} />
      <div className="imports-buttons imports-end">
        <button type="button" className="button" onClick={() => goToStep("map")}>
          {say("imports.back")}
        </button>
        <button type="submit" className="button imports-first" disabled={changes === 0}>
          {say("imports.take", { count: changes.toLocaleString(language) })}
        </button>
      </div>
    </form>
  );
}
