import { useEffect, useState } from "react";
import { linesAround } from "../../lib/linesAround";
import { useWords } from "../../lib/words";

/** The lines around a place of a chosen file, read from the file itself, which never left the person's hands. */
export function Excerpt({ file, line }: { file: Blob; line: number }) {
  const { say } = useWords();
  const [lines, setLines] = useState<Awaited<ReturnType<typeof linesAround>> | null>(null);
  useEffect(() => {
    let isOver = false;
    linesAround(file, line).then(
      (found) => isOver || setLines(found),
      () => isOver || setLines([]), // the file was moved or changed since it was chosen
    );
    return () => {
      isOver = true;
    };
  }, [file, line]);
  if (lines === null) return null;
  if (lines.length === 0) return <p className="quiet">{say("imports.noLines")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keys.
    <section className="imports-excerpt" aria-label={say("imports.linesAround", { line })} tabIndex={0}>
      {lines.map((one) => (
        <div key={one.line} className={one.line === line ? "imports-this" : undefined}>
          <span className="imports-line">{one.line}</span>
          {one.line === line ? <mark>{one.text || " "}</mark> : one.text}
        </div>
      ))}
    </section>
  );
}
