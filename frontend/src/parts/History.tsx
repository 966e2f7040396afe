import { useCallback, useEffect, useRef, useState } from "react";
import { ask, RequestFailed } from "../lib/client";
import { type StatusKind, useWords } from "../lib/words";
import { Block } from "./Block";
import { Failure } from "./Failure";
import { PastOf, type PastOfData, type PastPage } from "./gen/operations";
import { Moment, Said } from "./Said";
import { ThingLink } from "./ThingLink";
import { Difference } from "./Versions";

type Past = PastPage["nodes"][number];

/** Fields of book-keeping, which say nothing that the line above them does not. */
const silent = new Set(["updatedAt", "updatedById", "version", "createdAt", "createdById", "projectId", "id"]);

/** What became of a thing, newest first, read when somebody asks for it and anew whenever `fresh` is another one. */
export function History({ about, fresh }: { about: string; fresh: unknown }) {
  const { say } = useWords();
  const [shown, setShown] = useState<{ about: string; pages: PastPage[]; project: string } | null>(null);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const [busy, setBusy] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const pages = shown?.about === about ? shown.pages : [];

  const read = useCallback(
    (earlier: PastPage[]) => {
      asking.current?.abort();
      const now = new AbortController();
      asking.current = now;
      setBusy(true);
      setFailure(null);
      const before = earlier.at(-1)?.pageInfo.startCursor ?? null;
      ask<PastOfData>(PastOf.text, { id: about, before }, now.signal)
        .then(({ node }) => {
          if (now.signal.aborted || !node || !("project" in node)) return;
          setShown({ about, project: node.project.key, pages: [...earlier, node.project.changes] });
        })
        .catch((cause: unknown) => {
          if (now.signal.aborted) return;
          setFailure(cause instanceof RequestFailed ? cause : new RequestFailed(String(cause)));
        })
        .finally(() => {
          if (!now.signal.aborted) setBusy(false);
        });
    },
    [about],
  );
  const isOpen = useRef(false);
  isOpen.current = pages.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh is what asks for another reading.
  useEffect(() => {
    if (isOpen.current) read([]);
  }, [fresh, read]);
  useEffect(() => () => asking.current?.abort(), []);

  const lines = pages.flatMap(({ nodes }) => nodes.toReversed());
  const rest = pages.at(-1)?.pageInfo.hasPreviousPage ?? pages.length === 0;
  return (
    <Block title={say("past.title")}>
      {pages.length > 0 && (
        <p className="quiet" role="status">
          {lines.length > 0 ? say("past.shown", { shown: lines.length }) : say("past.empty")}
        </p>
      )}
      <ol className="versions">
        {lines.map((line) => (
          <Line key={line.cursor} line={line} project={shown?.project ?? ""} />
        ))}
      </ol>
      {failure && <Failure what="past.failed" failure={failure} retry={() => read(pages)} />}
      {rest && !failure && (
        <button type="button" className="button" disabled={busy} onClick={() => read(pages)}>
          {say(busy ? "past.busy" : pages.length === 0 ? "past.show" : "past.more")}
        </button>
      )}
    </Block>
  );
}

function Line({ line, project }: { line: Past; project: string }) {
  const { say } = useWords();
  const fields = line.fields.filter(({ field }) => !silent.has(field) && field !== "deletedAt");
  const moved = line.fields.find(({ field }) => field === "deletedAt");
  const what = () => {
    if (line.op === "CREATE") return say("past.made");
    if (line.op === "DELETE") return say("past.deleted");
    if (moved) return say(moved.after === null ? "past.restored" : "past.trashed");
    return say("past.changed");
  };
  const { cause } = line;
  return (
    <li>
      <p>
        {line.actor ? line.actor.name : say("value.system")} {what()} · <Moment at={line.at} />
        {cause?.kind === "IMPORT" && " · "}
        {cause?.kind === "IMPORT" &&
          (cause.importRun ? (
            <ThingLink to={{ project, section: "imports", key: cause.importRun.id }}>{say("past.import")}</ThingLink>
          ) : (
            say("past.import")
          ))}
        {cause?.kind === "RULE" && ` · ${say("past.rule")}`}
      </p>
      {fields.length > 0 && (
        <details open={line.op === "UPDATE"}>
          <summary className="quiet">{say("past.fields", { count: fields.length })}</summary>
          <dl className="changes">
            {fields.map((field) => (
              <Field key={field.field} of={line} {...field} />
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

const kinds: Partial<Record<string, StatusKind>> = {
  REQUIREMENT: "requirement",
  TEST_CASE: "case",
  EXECUTION: "execution",
  DEFECT: "defect",
};

function Field(props: { of: Past; field: string; before: unknown; after: unknown; omitted: boolean }) {
  const { say, wordFor } = useWords();
  const name = props.field.replace(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase();
  const word = wordFor("field", name);
  const title =
    word === name ? props.field.replace(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`) : word;
  const text = (value: unknown): string => {
    if (value === null || value === "") return say("past.nothing");
    if (typeof value !== "string") return JSON.stringify(value);
    const kind = props.field === "status" ? kinds[props.of.entityType ?? ""] : (props.field as StatusKind);
    return kind && /^[A-Z_]+$/.test(value) ? wordFor(kind, value) : value;
  };
  const long = typeof props.before === "string" && typeof props.after === "string" && /\s/.test(props.before);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {props.omitted && <span className="quiet">{say("past.omitted")}</span>}
        {!props.omitted && long && <Difference before={String(props.before)} after={String(props.after)} />}
        {!props.omitted && !long && props.of.op === "UPDATE" && `${text(props.before)} → `}
        {!props.omitted && !long && <Said>{text(props.of.op === "DELETE" ? props.before : props.after)}</Said>}
      </dd>
    </div>
  );
}
