import { useRef, useState } from "react";
import { change, useChange } from "../lib/change";
import { ask } from "../lib/client";
import { tell } from "../lib/undo";
import { usePages } from "../lib/usePages";
import { useWords } from "../lib/words";
import { Block, More } from "./Block";
import { Writer } from "./CommentsWriter";
import {
  CommentAdd,
  type CommentLine,
  CommentNow,
  type CommentNowData,
  type CommentPage,
  CommentRestore,
  CommentRevise,
  CommentTrash,
  MoreComments,
  type MoreCommentsData,
} from "./gen/operations";
import { Prose } from "./Prose";
import { Moment } from "./Said";

const commentsOf = ({ node }: MoreCommentsData) => (node && "comments" in node ? node.comments : null);

/** What people said about a thing, oldest first, and a place to say more. The feed brings what was sent back into the list. */
export function Comments({ about, start }: { about: string; start: CommentPage }) {
  const { say } = useWords();
  const pages = usePages(MoreComments, { id: about }, start, commentsOf);
  const add = useChange(CommentAdd, (data) => data.commentAdd);
  /** Names one wish, so that sending it again after a lost answer says it once. */
  const wish = useRef<{ text: string; key: string } | null>(null);
  const send = async (text: string) => {
    if (wish.current?.text !== text) wish.current = { text, key: `${about} ${Date.now()} ${Math.random()}` };
    const outcome = await add.run({ about, text, key: wish.current.key });
    if (!outcome?.done) return false;
    wish.current = null;
    return true;
  };
  return (
    <Block title={say("comments.title")} count={pages.total}>
      {pages.total === 0 && <p className="quiet">{say("comments.empty")}</p>}
      <ul className="comments">
        {pages.nodes.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      <More pages={pages} />
      <Writer
        id={about}
        label="comments.new"
        send="comments.send"
        busy={add.busy}
        errors={add.errors}
        onSend={send}
        key={about}
      />
    </Block>
  );
}

type Now = { text: string; version: number };

function Comment({ comment }: { comment: CommentLine }) {
  const { say } = useWords();
  const { id, author, createdAt, editedAt, text } = comment;
  const [now, setNow] = useState<Now | null>(null);
  const [theirs, setTheirs] = useState("");
  const revise = useChange(CommentRevise, (data) => data.commentRevise);
  const edit = async () => {
    try {
      const { viewer, node } = await ask<CommentNowData>(CommentNow.text, { id });
      if (node?.__typename !== "Comment") return tell(say("comments.gone"), { failed: true });
      if (node.author?.id !== viewer.id)
        return tell(say("comments.others", { who: node.author?.name ?? say("value.system") }), { failed: true });
      setNow(node);
    } catch (cause) {
      tell(String(cause instanceof Error ? cause.message : cause), { failed: true });
    }
  };
  const save = async (wanted: string) => {
    const outcome = await revise.run({ id, version: now?.version ?? 0, text: wanted });
    if (!outcome) return false;
    const other = outcome.payload?.comment;
    if (!outcome.done && other && outcome.errors.some(({ code }) => code === "CONFLICT")) {
      setTheirs(other.text);
      setNow((old) => old && { ...old, version: other.version });
    }
    if (outcome.done) setNow(null);
    return outcome.done;
  };
  const trash = async () => {
    const outcome = await change(CommentTrash, { id }, (data) => data.commentTrash);
    if (!outcome.done) return tell(outcome.errors.map(({ message }) => message).join(" "), { failed: true });
    tell(say("comments.trashed"), {
      undo: async () => {
        const back = await change(CommentRestore, { id }, (data) => data.commentRestore);
        if (!back.done) throw new Error(back.errors.map(({ message }) => message).join(" "));
        return say("comments.restored");
      },
    });
  };
  return (
    <li>
      <p className="quiet comment-head">
        <span>
          {author ? author.name : say("value.system")} · <Moment at={createdAt} />
          {editedAt && ` · ${say("comments.edited")}`}
        </span>
        {!now && (
          <span className="writer-keys">
            <button type="button" className="button" onClick={() => void edit()}>
              {say("comments.edit")}
            </button>
            <button type="button" className="button" onClick={() => void trash()}>
              {say("comments.trash")}
            </button>
          </span>
        )}
      </p>
      {theirs && now && (
        <div role="alert">
          <p>{say("comments.conflict")}</p>
          <Prose text={theirs} />
        </div>
      )}
      {now ? (
        <Writer
          id={id}
          start={now.text}
          label="comments.text"
          send="comments.save"
          busy={revise.busy}
          errors={revise.errors}
          onSend={save}
          onLeave={() => setNow(null)}
        />
      ) : (
        <Prose text={text} />
      )}
    </li>
  );
}
