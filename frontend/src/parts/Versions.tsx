import { useMemo } from "react";
import { usePages } from "../lib/usePages";
import { wordDiff } from "../lib/wordDiff";
import { useWords } from "../lib/words";
import { Block, More } from "./Block";
import {
  type CaseVersionPage,
  MoreVersions,
  type MoreVersionsData,
  type MoreVersionsVariables,
  type RequirementVersionPage,
} from "./gen/operations";
import { Moment, Said } from "./Said";

type VersionPage = RequirementVersionPage | CaseVersionPage;
type VersionLine = VersionPage["nodes"][number];

const versionsOf = ({ node }: MoreVersionsData) => (node && "versions" in node ? node.versions : null);

/** The versions of a thing, newest first; each opens to what it changed, word by word. */
export function Versions({ of, start }: { of: string; start: VersionPage }) {
  const { say, wordFor } = useWords();
  const pages = usePages<MoreVersionsData, MoreVersionsVariables, VersionLine>(
    MoreVersions,
    { id: of },
    start,
    versionsOf,
  );
  return (
    <Block title={say("versions.title")} count={pages.total} empty={say("versions.empty")}>
      <ol className="versions">
        {pages.nodes.map(({ number, createdAt, reason, author, changes }, at) => (
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
      <More pages={pages} />
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
