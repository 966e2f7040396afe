import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Section, setParams, useParams } from "../lib/address";
import { useKeys } from "../lib/keys";
import { type StatusKind, useWords } from "../lib/words";
import "./FilterBar.css";
import { SavedViews } from "./SavedViews";
import { Status } from "./Status";

/** How long to wait for the next letter before the list is asked anew. */
const pause = 200;

/** One thing to filter by: what it is called in the address, and what can be chosen of it, any of them at once. */
export interface Facet {
  param: string;
  label: string;
  choices: readonly { value: string; word: string; look?: ReactNode }[];
}

/** A facet of statuses, each with its sign and its word. */
export function statusFacet(
  param: string,
  label: string,
  kind: StatusKind,
  values: readonly string[],
  wordFor: (kind: StatusKind, value: string) => string,
): Facet {
  const choices = values.map((value) => ({
    value,
    word: wordFor(kind, value),
    look: <Status kind={kind} value={value} />,
  }));
  return { param, label, choices };
}

/** The filter of a list as the address says it: the words, and what was chosen of every facet. */
export function useFilter(facets: readonly string[]) {
  const params = useParams();
  const text = params.q?.trim() ?? "";
  const chosen = (facet: string) => params[facet]?.split(" ").filter(Boolean) ?? [];
  return { text, chosen, active: text !== "" || facets.some((facet) => chosen(facet).length > 0) };
}

/** Filters a list by words and by what it can choose from; the server does it, the address keeps it. */
export function FilterBar(props: {
  project: string;
  section: Section;
  facets: readonly Facet[];
  /** How many match, of how many; said only while something is filtered. */
  matching: { shown: number; total: number | null } | null;
  children?: ReactNode;
}) {
  const { say } = useWords();
  const { facets } = props;
  const { text, chosen, active } = useFilter(facets.map(({ param }) => param));
  const [draft, setDraft] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const sent = useRef(text);
  useKeys(["/"], "trees.filter", () => {
    field.current?.focus();
    field.current?.select();
    return true;
  });
  // Back, or a saved view, brings other words than those that were written here.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setDraft(text);
  }, [text]);
  useEffect(() => {
    const wanted = draft.trim();
    if (wanted === sent.current || composing.current) return;
    const wait = setTimeout(() => {
      sent.current = wanted;
      setParams({ q: wanted });
    }, pause);
    return () => clearTimeout(wait);
  }, [draft]);
  const clear = () => {
    sent.current = "";
    setDraft("");
    setParams({ q: "", ...Object.fromEntries(facets.map(({ param }) => [param, ""])) });
    field.current?.focus();
  };
  const toggle = (param: string, value: string) => {
    const now = chosen(param);
    const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    setParams({ [param]: next.join(" ") });
  };
  const { matching } = props;
  return (
    <search className="filter">
      <div className="filter-line">
        <input
          ref={field}
          className="filter-field"
          aria-label={say("trees.filter")}
          placeholder={say("trees.filter.hint")}
          value={draft}
          maxLength={200}
          onChange={(event) => setDraft(event.target.value)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            setDraft(`${event.currentTarget.value}`);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.nativeEvent.isComposing || event.keyCode === 229) return;
            event.stopPropagation();
            event.nativeEvent.stopImmediatePropagation();
            if (draft) setDraft("");
            else field.current?.blur();
          }}
        />
        {facets.map((facet) => (
          <Choices key={facet.param} facet={facet} chosen={chosen(facet.param)} toggle={toggle} />
        ))}
        {props.children}
        <SavedViews project={props.project} section={props.section} />
      </div>
      <div className="filter-state">
        <p className="quiet" aria-live="polite">
          {active &&
            matching &&
            (matching.total === null
              ? say("trees.matching", { shown: matching.shown })
              : say("trees.matchingOf", { shown: matching.shown, total: matching.total }))}
        </p>
        {active && (
          <button type="button" className="button" onClick={clear}>
            {say("trees.filter.clear")}
          </button>
        )}
      </div>
    </search>
  );
}

function Choices(props: { facet: Facet; chosen: readonly string[]; toggle: (param: string, value: string) => void }) {
  const { label, param, choices } = props.facet;
  const box = useRef<HTMLDetailsElement>(null);
  const words = choices.filter(({ value }) => props.chosen.includes(value)).map(({ word }) => word);
  return (
    <details
      className="views"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        box.current.open = false;
        box.current.querySelector<HTMLElement>("summary")?.focus();
      }}
    >
      <summary className={words.length > 0 ? "button button-on" : "button"}>
        {label}
        {words.length > 0 && <span className="filter-chosen">: {words.join(", ")}</span>}
      </summary>
      <fieldset className="views-box">
        <legend className="hidden-word">{label}</legend>
        {choices.map(({ value, word, look }) => (
          <label key={value}>
            <input type="checkbox" checked={props.chosen.includes(value)} onChange={() => props.toggle(param, value)} />
            {look ?? word}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
