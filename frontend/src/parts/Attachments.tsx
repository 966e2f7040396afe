import { useRef, useState } from "react";
import { change } from "../lib/change";
import { tell } from "../lib/undo";
import { usePages } from "../lib/usePages";
import { useWords } from "../lib/words";
import { sendFile } from "./AttachmentsSend";
import { Block, More } from "./Block";
import { AttachmentRestore, AttachmentTrash, type FilePage, MoreFiles, type MoreFilesData } from "./gen/operations";

const filesOf = ({ node }: MoreFilesData) => (node && "attachments" in node ? node.attachments : null);

/** A file on its way. */
export interface Sending {
  name: string;
  percent: number;
  stop: () => void;
}

/** Sends files one after the other, and tells which are on their way. */
export function useSending(about: string) {
  const { say } = useWords();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const send = (files: Iterable<File>) => {
    for (const file of files) {
      const stop = new AbortController();
      const name = file.name || "picture.png";
      const one = { name, percent: 0, stop: () => stop.abort() };
      setSending((all) => [...all, one]);
      const heard = (percent: number) =>
        setSending((all) => all.map((other) => (other.stop === one.stop ? { ...other, percent } : other)));
      last.current = last.current
        .then(() => (stop.signal.aborted ? undefined : sendFile(about, file, name, heard, stop.signal)))
        .catch((cause: unknown) => {
          if (stop.signal.aborted) return;
          tell(say("files.notSent", { name, why: cause instanceof Error ? cause.message : String(cause) }), {
            failed: true,
          });
        })
        .finally(() => setSending((all) => all.filter((other) => other.stop !== one.stop)));
    }
  };
  return { sending, send };
}

/** The files that people left with a thing, and the ways to leave more: choose, drop or paste. */
export function Attachments(props: {
  about: string;
  start: FilePage;
  sending: readonly Sending[];
  send: (files: Iterable<File>) => void;
}) {
  const { say } = useWords();
  const pages = usePages(MoreFiles, { id: props.about }, props.start, filesOf);
  const chooser = useRef<HTMLInputElement>(null);
  const trash = async (id: string, name: string) => {
    const outcome = await change(AttachmentTrash, { id }, (data) => data.attachmentTrash);
    if (!outcome.done) return tell(outcome.errors.map(({ message }) => message).join(" "), { failed: true });
    tell(say("files.trashed", { name }), {
      undo: async () => {
        const back = await change(AttachmentRestore, { id }, (data) => data.attachmentRestore);
        if (!back.done) throw new Error(back.errors.map(({ message }) => message).join(" "));
        return say("files.restored", { name });
      },
    });
  };
  return (
    <Block title={say("files.title")} count={pages.total}>
      <ul className="files">
        {pages.nodes.map(({ id, name, mediaType, sizeBytes, url }) => (
          <li key={id} className="comment-head">
            <span>
              <a href={url} download={name}>
                {name}
              </a>{" "}
              <span className="quiet">
                {mediaType} · {size(sizeBytes)}
              </span>
            </span>
            <button
              type="button"
              className="button"
              aria-label={say("files.trash", { name })}
              onClick={() => void trash(id, name)}
            >
              {say("comments.trash")}
            </button>
          </li>
        ))}
        {props.sending.map(({ name, percent, stop }) => (
          <li key={name} className="comment-head">
            <label>
              {say("files.sending", { name, percent })} <progress max={100} value={percent} />
            </label>
            <button type="button" className="button" aria-label={say("files.stop", { name })} onClick={stop}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <More pages={pages} />
      <p className="writer-keys">
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            props.send([...(target.files ?? [])]);
            target.value = ""; // the same file may be chosen again
          }}
        />
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {say("files.add")}
        </button>
        <span className="quiet">{say("files.drop")}</span>
      </p>
    </Block>
  );
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
