import { useId, useState } from "react";
import { change } from "../lib/change";
import { ask } from "../lib/client";
import { tell } from "../lib/undo";
import { useWords } from "../lib/words";
import { TagAdd, TagRemove, TagsInUse, type TagsInUseData } from "./gen/operations";
import { Said } from "./Said";
import "./remarks.css";

/** The words that people put on a thing. With the thing's id they can be taken off, and others put on. */
export function Tags({ tags, about }: { tags: readonly { name: string }[]; about?: string }) {
  const { say } = useWords();
  if (tags.length === 0 && !about) return null;
  return (
    <>
      {tags.length > 0 && (
        <ul className="tags" aria-label={say("tags.title")}>
          {tags.map(({ name }) => (
            <li key={name}>
              <Said>{name}</Said>
              {about && <Remove about={about} name={name} />}
            </li>
          ))}
        </ul>
      )}
      {about && <Add about={about} tags={tags} />}
    </>
  );
}

function Remove({ about, name }: { about: string; name: string }) {
  const { say } = useWords();
  const remove = async () => {
    const outcome = await change(TagRemove, { about, name }, (data) => data.tagRemove);
    if (!outcome.done) return tell(outcome.errors.map(({ message }) => message).join(" "), { failed: true });
    tell(say("tags.removed", { name }), {
      undo: async () => {
        const back = await change(TagAdd, { about, name }, (data) => data.tagAdd);
        if (!back.done) throw new Error(back.errors.map(({ message }) => message).join(" "));
        return say("tags.restored", { name });
      },
    });
  };
  return (
    <button
      type="button"
      className="tag-remove"
      aria-label={say("tags.remove", { name })}
      onClick={() => void remove()}
    >
      ×
    </button>
  );
}

function Add({ about, tags }: { about: string; tags: readonly { name: string }[] }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [inUse, setInUse] = useState<readonly { name: string }[]>([]);
  const list = useId();
  const show = () => {
    setOpen(true);
    ask<TagsInUseData>(TagsInUse.text, { id: about }).then(
      ({ node }) => setInUse(node && "project" in node ? node.project.tags : []),
      () => setInUse([]), // suggestions are a comfort: without them a word is typed in full
    );
  };
  const add = async () => {
    if (name.trim() === "") return;
    const outcome = await change(TagAdd, { about, name: name.trim() }, (data) => data.tagAdd);
    if (!outcome.done) return tell(outcome.errors.map(({ message }) => message).join(" "), { failed: true });
    setName("");
    setOpen(false);
  };
  if (!open)
    return (
      <button type="button" className="button" onClick={show}>
        {say("tags.add")}
      </button>
    );
  return (
    <form
      className="writer-keys"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        className="tag-field"
        // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed.
        autoFocus
        aria-label={say("tags.name")}
        list={list}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
      />
      <datalist id={list}>
        {inUse
          .filter((one) => !tags.some((tag) => tag.name === one.name))
          .map((one) => (
            <option key={one.name} value={one.name} />
          ))}
      </datalist>
      <button type="submit" className="button">
        {say("tags.add")}
      </button>
    </form>
  );
}
