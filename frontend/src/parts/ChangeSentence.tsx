import type { Section } from "../lib/address";
import { useWords } from "../lib/words";
import { Moment, Said } from "./Said";
import { ThingLink } from "./ThingLink";
import "./ChangeSentence.css";

/** What a sentence about a change needs of it. */
export interface ToldChange {
  seq: number;
  at: string;
  op: string;
  entityType: string | null;
  entityId: string | null;
  entityKey: string | null;
  actor: { name: string } | null;
  cause: { kind: string; importRun: { id: string } | null } | null;
  fields: readonly { field: string; before?: unknown; after?: unknown; omitted?: boolean }[];
}

const pages: Partial<Record<string, Section>> = {
  REQUIREMENT: "requirements",
  TEST_CASE: "cases",
  DEFECT: "defects",
  EXECUTION: "executions",
  IMPORT_RUN: "imports",
  SUITE: "suites",
};

/** Fields of book-keeping, which say nothing that the sentence does not. */
const silent = new Set([
  "id",
  "projectId",
  "version",
  "createdAt",
  "createdById",
  "updatedAt",
  "updatedById",
  "position",
]);

/** One change as a sentence: who did what to which thing, when, and why where it was not a person's own wish. */
export function ChangeSentence({ project, change, most = 3 }: { project: string; change: ToldChange; most?: number }) {
  const { say, wordFor } = useWords();
  const { entityType, entityKey, entityId, cause, op } = change;
  const kind = wordFor("entity", entityType ?? "");
  const section = pages[entityType ?? ""];
  const key = entityKey ?? entityId;
  const place = section && key && op !== "DELETE" ? { project, section, key } : null;
  const name = entityKey ? `${kind} ${entityKey}` : kind;
  const who = change.actor?.name ?? say("value.system");
  const [before, after = ""] = say(`activity.${op === "CREATE" || op === "DELETE" ? op : "UPDATE"}`, {
    who,
    what: "\u0000",
  }).split("\u0000");
  const told = change.fields.filter(
    ({ field, before, after }) => !silent.has(field) && (before ?? after) !== undefined,
  );
  return (
    <div className="change-sentence">
      <span>
        {before}
        {place ? <ThingLink to={place}>{name}</ThingLink> : name}
        {after}
        {cause?.kind === "IMPORT" || cause?.kind === "RULE" ? ` ${say(`activity.by.${cause.kind}`)}` : ""} ·{" "}
        <Moment at={change.at} />
      </span>
      {op === "UPDATE" && told.length > 0 && (
        <ul className="change-fields">
          {told.slice(0, most).map((one) => (
            <li key={one.field}>
              <Told {...one} />
            </li>
          ))}
          {told.length > most && <li className="quiet">{say("activity.more", { count: told.length - most })}</li>}
        </ul>
      )}
    </div>
  );
}

function Told(one: { field: string; before?: unknown; after?: unknown; omitted?: boolean }) {
  const { say, wordFor } = useWords();
  const upper = one.field.replace(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase();
  const word = wordFor("field", upper);
  const field = word === upper ? one.field : word;
  const text = (value: unknown) => {
    if (value === null || value === undefined || value === "") return say("activity.nothing");
    const plain = typeof value === "string" ? value : JSON.stringify(value);
    return [...plain].length > 120 ? `${[...plain].slice(0, 119).join("")}…` : plain;
  };
  if (one.omitted) return say("activity.omitted", { field });
  if (one.before === null || one.before === undefined)
    return <Said>{say("activity.set", { field, after: text(one.after) })}</Said>;
  return <Said>{say("activity.moved", { field, before: text(one.before), after: text(one.after) })}</Said>;
}
