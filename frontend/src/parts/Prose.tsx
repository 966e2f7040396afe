import { useWords } from "../lib/words";
import { Markdown } from "../ui/Markdown";
import { foreign } from "./Said";

/** A longer text that somebody wrote, as Markdown and in its own language. */
export function Prose({ text }: { text: string }) {
  const { language } = useWords();
  return <Markdown text={text} lang={foreign(text, language)} />;
}

/** Words of a machine, such as a trace of calls: kept as they are, line by line. */
export function Log({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keys.
    <section className="log" aria-label={label} tabIndex={0}>
      <pre lang="en">{text}</pre>
    </section>
  );
}
