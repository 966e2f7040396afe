import { useMemo } from "react";
import { wordDiff } from "../lib/wordDiff";
import { useWords } from "../lib/words";
import { Block } from "./Block";
import { Cut } from "./Remarks";
import { Moment, Said } from "./Said";

/** A version of a requirement or a case, with what it changed. */
export interface VersionLine {
  number: number;
  createdAt: string;
  reason: string;
  author: { name: string } | null;
  changes: readonly { field: string; before: string; after: string }[];
}

/** The versions of a thing, newest first; each opens to what it changed, word by word. */
export function Versions({ of }: { of: { totalCount: number; nodes: readonly VersionLine[] } }) {
  const { say, wordFor } = useWords();
  return (
    <Block title={say("versions.title")} count={of.totalCount} empty={say("versions.empty")}>
      <ol className="versions">
        {of.nodes.map(({ number, createdAt, reason, author, changes }, at) => (
          <li key={number}>
            <details open={at === 0 && number > 1}>
              <summary>
                <span className="key">v{number}</span> <Moment at={createdAt} />
                {author && <> · {author.name}</>}
                {reason && (
                  <>
                    {" · "}
                    <Said>{reason}</Said>
                  </>
                )}
                <span className="quiet">
                  {" · "}
                  {number === 1
                    ? say("versions.first")
                    : changes.map(({ field }) => wordFor("field", field)).join(", ")}
                </span>
              </summary>
              <dl className="changes">
                {changes.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{wordFor("field", field)}</dt>
                    <dd>{number === 1 ? <Said>{after}</Said> : <Difference before={before} after={after} />}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
      <Cut of={of} />
    </Block>
  );
}

/** Two texts as one: what went is struck through, what came is underlined, and neither by colour alone. */
export function Difference({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="difference">
      {pieces.map((piece, at) => {
        const id = `${at} ${piece.in}`;
        if (piece.in === "before") return <del key={id}>{piece.text}</del>;
        if (piece.in === "after") return <ins key={id}>{piece.text}</ins>;
        return <span key={id}>{piece.text}</span>;
      })}
    </p>
  );
}
