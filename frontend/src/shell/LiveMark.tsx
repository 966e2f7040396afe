import { useEffect, useState } from "react";
import type { Liveness } from "../lib/live/feed";
import { useLiveness } from "../lib/live/feeds";
import { useWords } from "../lib/words";
import "./LiveMark.css";

/** How long a cut may last before anybody is told, in milliseconds: most are mended sooner. */
const patience = 3_000;

const marks = {
  live: "live",
  reconnecting: "reconnecting",
  offline: "paused",
  paused: "paused",
  ended: "paused",
} as const satisfies Record<Exclude<Liveness, "off">, string>;

/** Whether what is shown follows what others do, as a word beside a shape; nothing on pages that show no project. */
export function LiveMark({ project }: { project: string | null }) {
  const { say } = useWords();
  const liveness = useLiveness(project);
  if (liveness === "off") return null;
  const mark = marks[liveness];
  return (
    <span className={`live live-${mark}`} title={say(`live.${mark}.hint`)}>
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        {mark === "paused" ? <path d="M1 0h2v8H1zM5 0h2v8H5z" /> : <circle cx="4" cy="4" r="3" />}
      </svg>
      {say(`live.${mark}`)}
    </span>
  );
}

/** Tells of a connection that stays cut, and that it is back. Politely and once: never for each change. */
export function LiveBanner({ project }: { project: string | null }) {
  const { say } = useWords();
  const liveness = useLiveness(project);
  const [told, setTold] = useState<Liveness>("off");
  const [wasCut, setWasCut] = useState(false);
  useEffect(() => {
    if (liveness === "live" || liveness === "ended") setTold(liveness);
    if (liveness !== "reconnecting" && liveness !== "offline") return undefined;
    const timer = setTimeout(() => {
      setTold(liveness);
      setWasCut(true);
    }, patience);
    return () => clearTimeout(timer);
  }, [liveness]);

  const cuts: Partial<Record<Liveness, string>> = {
    reconnecting: say("live.lost"),
    offline: say("live.offline"),
    ended: say("live.ended", { key: project ?? "" }),
  };
  const cut = cuts[told];
  return (
    <div role="status" className={cut ? "live-banner" : "hidden-word"}>
      {cut ?? (wasCut && told === "live" ? say("live.back") : "")}
    </div>
  );
}
