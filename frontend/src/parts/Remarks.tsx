import { type ClipboardEvent, type DragEvent, useState } from "react";
import { Attachments, useSending } from "./Attachments";
import { Comments } from "./Comments";
import type { CommentPage, FilePage } from "./gen/operations";
import { History } from "./History";
import "./remarks.css";

export { Tags } from "./Tags";

/** What people left with a thing: files, which may be dropped or pasted anywhere here, comments, and its history from the feed. */
export function Remarks(props: { about: string; comments: CommentPage; files: FilePage }) {
  const { sending, send } = useSending(props.about);
  const [over, setOver] = useState(false);
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return; // words go where they are pasted
    event.preventDefault();
    send([...event.clipboardData.files]);
  };
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    send([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short way; the button in the block does the same by keys.
    <div
      className="remarks-target"
      data-over={over || undefined}
      onPaste={paste}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Attachments about={props.about} start={props.files} sending={sending} send={send} />
      <Comments about={props.about} start={props.comments} />
      <History about={props.about} fresh={props.comments} />
    </div>
  );
}
