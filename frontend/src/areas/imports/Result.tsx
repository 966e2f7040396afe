import { useWords } from "../../lib/words";
import { ThingLink } from "../../parts/ThingLink";
import { ChangeSet } from "./ChangeSet";
import { fileOf } from "./chosen";
import { goToStep } from "./steps";
import type { Import } from "./useImport";
import { Warnings } from "./Warnings";

/** The last step: what was imported, what it warns of with the lines themselves, and where to go on. */
export function Result({ project, run }: { project: string; run: Import }) {
  const { say, language } = useWords();
  const report = run.facts.done;
  if (!report) return null;
  return (
    <div className="imports-step">
      <p className="imports-sum" role="status">
        {say("imports.done", {
          created: report.created.toLocaleString(language),
          updated: report.updated.toLocaleString(language),
          unchanged: report.unchanged.toLocaleString(language),
        })}
      </p>
      <div className="imports-buttons">
        {report.importRun && (
          <ThingLink to={{ project, section: "imports", key: report.importRun }}>{say("imports.toRun")}</ThingLink>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            run.again();
            goToStep("files");
          }}
        >
          {say("imports.another")}
        </button>
      </div>
      <ChangeSet report={report} />
      <Warnings warnings={report.warnings} count={report.warningCount} fileOf={(name) => fileOf(run.facts, name)} />
    </div>
  );
}
