import { momentIn } from "../lib/moments";
import { useWords } from "../lib/words";
import { StatusChip } from "../ui/StatusChip";
import type { Beat } from "./gen/operations";
import { ThingLink } from "./ThingLink";

/** The last executions of a case as a row of glyphs, oldest first, so that the newest stands where the eye ends. */
export function HistoryStrip({
  project,
  beats,
  most = 20,
}: {
  project: string;
  beats: readonly Beat[];
  most?: number;
}) {
  const { say, wordFor, language } = useWords();
  if (beats.length === 0) return <span className="quiet">{say("history.none")}</span>;
  return (
    <ol className="history" aria-label={say("history.title", { count: Math.min(most, beats.length) })}>
      {beats
        .slice(0, most)
        .reverse()
        .map(({ id, status, executedAt, build, environment }) => {
          const word = wordFor("execution", status);
          const where = [build?.name, environment?.name].filter(Boolean).join(" · ");
          const label = [word, momentIn(language, executedAt), where].filter(Boolean).join(", ");
          return (
            <li key={id} title={label}>
              <ThingLink to={{ project, section: "executions", key: id }} label={label}>
                <StatusChip status={status} word={word} bare />
              </ThingLink>
            </li>
          );
        })}
    </ol>
  );
}
