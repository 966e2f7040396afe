import { type ReactNode, useEffect } from "react";
import { nameHere } from "../lib/walk";
import { useWords, type WordKey } from "../lib/words";
import { Notice } from "../ui/Notice";
import { Said } from "./Said";
import "./parts.css";

/** The head of a thing: what kind it is, its key, its title, and its states. Arriving focus lands on the title. */
export function Head(props: { kind: WordKey; name?: string; title: string; label: string; children?: ReactNode }) {
  const { say } = useWords();
  useEffect(() => nameHere(props.label), [props.label]);
  return (
    <div className="head">
      <p className="quiet">
        {say(props.kind)} {props.name && <span className="key">{props.name}</span>}
      </p>
      <h1 data-arrive tabIndex={-1}>
        <Said>{props.title}</Said>
      </h1>
      {props.children && <div className="head-states">{props.children}</div>}
    </div>
  );
}

/** A thing that is not there, or may not be seen: the server does not say which, and neither does the page. */
export function Missing({ what }: { what: string }) {
  const { say } = useWords();
  useEffect(() => nameHere(what), [what]);
  return (
    <Notice title={say("missing.title", { what })} error>
      <p>{say("missing.next")}</p>
    </Notice>
  );
}

/** Names and values of a thing; empty values are left out, since a label without a fact is noise. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false);
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === "string" ? <Said>{value}</Said> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
