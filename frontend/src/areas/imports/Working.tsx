import { useWords, type WordKey } from "../../lib/words";
import { useKindWord } from "./ChangeSet";
import type { Busy } from "./useImport";

const doing: Record<Busy["what"], WordKey> = {
  sending: "imports.sending",
  looking: "imports.looking",
  importing: "imports.importing",
};

/** How far it is. Only what it does is announced, not every percent; until something is heard the bar has no value. */
export function Working({ busy, cancel }: { busy: Busy; cancel: () => void }) {
  const { say, language } = useWords();
  const word = useKindWord();
  const { progress } = busy;
  const isReading = progress?.phase === "reading";
  const phase = progress ? say(isReading ? "imports.reading" : "imports.publishing") : say("imports.transfer");
  return (
    <section className="imports-working" aria-label={say(doing[busy.what])}>
      <h2>{say(doing[busy.what])}</h2>
      <progress max={100} value={progress?.percent} aria-label={say(doing[busy.what])} />
      <p role="status">{phase}</p>
      <p className="quiet imports-far">
        {progress && progress.total > 0
          ? say(isReading ? "imports.farBytes" : "imports.farRecords", {
              percent: progress.percent,
              done: isReading ? size(progress.done) : progress.done.toLocaleString(language),
              total: isReading ? size(progress.total) : progress.total.toLocaleString(language),
              what: isReading ? progress.what : word(progress.what),
            })
          : " "}
      </p>
      <button type="button" className="button" onClick={cancel}>
        {say(busy.what === "importing" ? "imports.stop" : "imports.cancel")}
      </button>
    </section>
  );
}

/** Bytes in the unit that people read. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
