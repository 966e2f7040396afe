import { useRef, useState } from "react";
import { useKeys } from "../../lib/keys";
import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { More } from "../../parts/Block";
import { type SuspectLink, SuspectLinks, type SuspectLinksData } from "./gen/operations";
import { Judgement, type Verdict } from "./Judgement";
import { Suspect } from "./Suspect";

type Start = NonNullable<SuspectLinksData["project"]>["suspects"];

const linksOf = (data: SuspectLinksData) => data.project?.suspects;

/** The queue: one link stands in focus, any number may be chosen, and a judgement is about the chosen ones or that one. */
export function Queue({ project, start }: { project: string; start: Start }) {
  const { say } = useWords();
  const pages = usePages(SuspectLinks, { project }, start, linksOf);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [judging, setJudging] = useState<{ verdict: Verdict; links: SuspectLink[] } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  const inFocus = () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-link]")?.dataset.link;
    return pages.nodes.find((link) => link.id === id);
  };
  const toggle = (id: string) =>
    setPicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const judge = (verdict: Verdict, one?: SuspectLink) => {
    const chosen = pages.nodes.filter(({ id }) => picked.has(id));
    const here = one ?? inFocus();
    const links = chosen.length > 0 ? chosen : here ? [here] : [];
    if (links.length === 0) return false;
    setJudging({ verdict, links });
    return true;
  };
  useKeys(["a"], "suspects.keys.affirm", () => judge("affirm"));
  useKeys(["r"], "suspects.keys.retire", () => judge("retire"));
  useKeys(["x"], "suspects.keys.pick", () => {
    const here = inFocus();
    if (here) toggle(here.id);
    return here !== undefined;
  });
  const close = (isDone: boolean) => {
    setJudging(null);
    if (isDone) setPicked(new Set());
    list.current?.querySelector<HTMLElement>("a")?.focus();
  };
  return (
    <>
      <p className="quiet" role="status">
        {say("suspects.left", { count: pages.total })}
        {picked.size > 0 && ` ${say("suspects.picked", { count: picked.size })}`}
      </p>
      <ol className="suspects-queue" ref={list}>
        {pages.nodes.map((link) => (
          <Suspect
            key={link.id}
            project={project}
            link={link}
            picked={picked.has(link.id)}
            pick={() => toggle(link.id)}
            judge={(verdict) => judge(verdict, link)}
          />
        ))}
      </ol>
      <More pages={pages} />
      {judging && <Judgement {...judging} close={close} />}
    </>
  );
}
