import type { FormEvent } from "react";
import type { Settings } from "../../lib/importTypes";
import { useWords, type WordKey } from "../../lib/words";
import { Columns } from "./Columns";
import { goToStep } from "./steps";
import { useFormats } from "./useFormats";
import type { Import } from "./useImport";

const places = ["build", "environment", "release", "cycle"] as const satisfies readonly (keyof Settings)[];
const words: Record<(typeof places)[number], WordKey> = {
  build: "imports.build",
  environment: "imports.environment",
  release: "imports.release",
  cycle: "imports.cycle",
};

/** The third step: what the columns of tables mean, and where results belong whose files do not say it. */
export function MapStep({ project, run }: { project: string; run: Import }) {
  const { say } = useWords();
  const formats = useFormats(project);
  const { staged, settings } = run.facts;
  const next = async (event: FormEvent) => {
    event.preventDefault();
    if (await run.look()) goToStep("preview");
  };
  return (
    <form className="imports-step" onSubmit={next}>
      {settings.tables.length > 0 && (
        <section aria-label={say("imports.columns")}>
          <h2>{say("imports.columns")}</h2>
          <p className="quiet">{say("imports.columnsHint")}</p>
          {settings.tables.map((said, at) => (
            <Columns
              key={said.file}
              said={said}
              table={staged?.files.find(({ name }) => name === said.file)?.table ?? null}
              kinds={formats?.records ?? []}
              change={(now) => run.say({ tables: settings.tables.map((one, i) => (i === at ? now : one)) })}
            />
          ))}
        </section>
      )}
      <fieldset className="imports-fields">
        <legend>{say("imports.where")}</legend>
        <p className="quiet">{say("imports.whereHint")}</p>
        {places.map((place) => (
          <label key={place}>
            {say(words[place])}
            <input
              className="imports-text"
              value={settings[place]}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => run.say({ [place]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <div className="imports-buttons">
        <button type="button" className="button" onClick={() => goToStep("detected")}>
          {say("imports.back")}
        </button>
        <button type="submit" className="button imports-first">
          {say("imports.look")}
        </button>
      </div>
    </form>
  );
}
