import { useWords } from "../lib/words";
import { Block } from "./Block";
import type { CommentLine, FileLine } from "./gen/operations";
import { Prose } from "./Prose";
import { Moment, Said } from "./Said";

/** The words that people put on a thing. */
export function Tags({ tags }: { tags: readonly { name: string }[] }) {
  const { say } = useWords();
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label={say("tags.title")}>
      {tags.map(({ name }) => (
        <li key={name}>
          <Said>{name}</Said>
        </li>
      ))}
    </ul>
  );
}

interface Of<Row> {
  totalCount: number;
  nodes: readonly Row[];
}

/** What people said about a thing, oldest first, and the files they left with it. */
export function Remarks(props: { comments: Of<CommentLine>; files: Of<FileLine & { url: string }> }) {
  const { say } = useWords();
  const { comments, files } = props;
  return (
    <>
      {files.totalCount > 0 && (
        <Block title={say("files.title")} count={files.totalCount}>
          <ul className="files">
            {files.nodes.map(({ id, name, mediaType, sizeBytes, url }) => (
              <li key={id}>
                <a href={url} download={name}>
                  {name}
                </a>{" "}
                <span className="quiet">
                  {mediaType} · {size(sizeBytes)}
                </span>
              </li>
            ))}
          </ul>
          <Cut of={files} />
        </Block>
      )}
      <Block title={say("comments.title")} count={comments.totalCount} empty={say("comments.empty")}>
        <ul className="comments">
          {comments.nodes.map(({ id, author, createdAt, editedAt, text }) => (
            <li key={id}>
              <p className="quiet">
                {author ? author.name : say("value.system")} · <Moment at={createdAt} />
                {editedAt && ` · ${say("comments.edited")}`}
              </p>
              <Prose text={text} />
            </li>
          ))}
        </ul>
        <Cut of={comments} />
      </Block>
    </>
  );
}

/** Says that a short list is longer than what is shown; nothing is cut in silence. */
export function Cut({ of: { totalCount, nodes } }: { of: Of<unknown> }) {
  const { say } = useWords();
  if (nodes.length >= totalCount) return null;
  return <p className="quiet">{say("more.cut", { shown: nodes.length, total: totalCount })}</p>;
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
