import { usePages } from "../lib/usePages";
import { useWords } from "../lib/words";
import { Block, More } from "./Block";
import {
  type CommentPage,
  type FilePage,
  MoreComments,
  type MoreCommentsData,
  MoreFiles,
  type MoreFilesData,
} from "./gen/operations";
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

const commentsOf = ({ node }: MoreCommentsData) => (node && "comments" in node ? node.comments : null);
const filesOf = ({ node }: MoreFilesData) => (node && "attachments" in node ? node.attachments : null);

/** What people said about a thing, oldest first, and the files they left with it. */
export function Remarks(props: { about: string; comments: CommentPage; files: FilePage }) {
  const { say } = useWords();
  const comments = usePages(MoreComments, { id: props.about }, props.comments, commentsOf);
  const files = usePages(MoreFiles, { id: props.about }, props.files, filesOf);
  return (
    <>
      {files.total > 0 && (
        <Block title={say("files.title")} count={files.total}>
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
          <More pages={files} />
        </Block>
      )}
      <Block title={say("comments.title")} count={comments.total} empty={say("comments.empty")}>
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
        <More pages={comments} />
      </Block>
    </>
  );
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
