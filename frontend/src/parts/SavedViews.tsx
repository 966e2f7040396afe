import { type FormEvent, useId, useRef, useState } from "react";
import { hrefOf, type Section, useParams } from "../lib/address";
import { deleteView, renameView, type SavedView, saveView, useSavedViews } from "../lib/savedViews";
import { tell } from "../lib/undo";
import { goTo } from "../lib/walk";
import { useWords } from "../lib/words";

/** The views of a list that have a name: go to one, name the present one, rename, copy as a link, forget. */
export function SavedViews({ project, section }: { project: string; section: Section }) {
  const { say } = useWords();
  const views = useSavedViews(project, section);
  const params = useParams();
  const box = useRef<HTMLDetailsElement>(null);
  const field = useId();
  const [name, setName] = useState("");
  const close = () => {
    if (box.current) box.current.open = false;
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return;
    saveView(project, { name: wanted, section, params });
    setName("");
    close();
    tell(say("trees.views.saved", { name: wanted }));
  };
  return (
    <details
      className="views"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        close();
        box.current.querySelector<HTMLElement>("summary")?.focus();
      }}
    >
      <summary className="button">{say("trees.views", { count: views.length })}</summary>
      <div className="views-box">
        {views.length === 0 ? (
          <p className="quiet">{say("trees.views.none")}</p>
        ) : (
          <ul>
            {views.map((view) => (
              <View key={view.name} project={project} view={view} close={close} />
            ))}
          </ul>
        )}
        <form onSubmit={save}>
          <label htmlFor={field}>{say("trees.views.name")}</label>
          <input id={field} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          <button type="submit" className="button">
            {say("trees.views.save")}
          </button>
        </form>
      </div>
    </details>
  );
}

function View({ project, view, close }: { project: string; view: SavedView; close: () => void }) {
  const { say } = useWords();
  const { name, section, params } = view;
  const [next, setNext] = useState<string | null>(null);
  const href = hrefOf({ project, section }, params);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href);
      tell(say("trees.views.copied", { name }));
    } catch {
      tell(say("trees.views.notCopied", { name }), { failed: true });
    }
  };
  const forget = () => {
    deleteView(project, view);
    const undo = async () => {
      saveView(project, view);
      return say("trees.views.saved", { name });
    };
    tell(say("trees.views.deleted", { name }), { undo });
  };
  if (next !== null) {
    const rename = (event: FormEvent) => {
      event.preventDefault();
      if (next.trim() && next.trim() !== name) renameView(project, view, next.trim());
      setNext(null);
    };
    return (
      <li>
        <form onSubmit={rename}>
          <input
            aria-label={say("trees.views.newName", { name })}
            value={next}
            maxLength={80}
            onChange={(event) => setNext(event.target.value)}
            // biome-ignore lint/a11y/noAutofocus: the field stands where the button was that was pressed.
            autoFocus
          />
          <button type="submit" className="button">
            {say("trees.views.rename")}
          </button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <a
        href={href}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          close();
          goTo({ project, section }, params);
        }}
      >
        {name}
      </a>
      <button type="button" className="button" onClick={copy} aria-label={say("trees.views.copyOf", { name })}>
        {say("trees.views.copy")}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => setNext(name)}
        aria-label={say("trees.views.renameOf", { name })}
      >
        {say("trees.views.rename")}
      </button>
      <button type="button" className="button" onClick={forget} aria-label={say("trees.views.deleteOf", { name })}>
        {say("trees.views.delete")}
      </button>
    </li>
  );
}
