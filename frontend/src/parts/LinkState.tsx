import { useWords } from "../lib/words";
import { Moment, Said } from "./Said";
import { Status } from "./Status";

/** What a trace link says of itself, from whichever end one looks. */
export interface LinkFacts {
  state: string;
  changedFields: readonly string[];
  reason: string;
  affirmedAt: string | null;
  affirmedBy: { name: string } | null;
}

/** The state of a link; a suspect one names what has changed, an affirmed one by whom and why. */
export function LinkState({ link }: { link: LinkFacts }) {
  const { say } = useWords();
  const changed = useChanged()(link.changedFields);
  return (
    <>
      <Status kind="link" value={link.state} />
      {changed && <div className="quiet">{say("link.changed", { fields: changed })}</div>}
      {link.affirmedAt && (
        <div className="quiet">
          {say("link.affirmed", { name: link.affirmedBy?.name ?? say("value.system") })} <Moment at={link.affirmedAt} />
        </div>
      )}
      {saysMore(link) && (
        <div className="quiet">
          <Said>{link.reason}</Said>
        </div>
      )}
    </>
  );
}

/** The fields of one end among END.FIELD names, such as TEXT of REQUIREMENT.TEXT. */
export function fieldsOf(changed: readonly string[], end: string): string[] {
  return changed.flatMap((name) => (name.startsWith(`${end}.`) ? [name.slice(end.length + 1)] : []));
}

/** Whether the reason of a link tells anything besides its versions and changed fields, which the page says in its own words. */
export function saysMore({ reason, changedFields }: Pick<LinkFacts, "reason" | "changedFields">): boolean {
  if (reason === "") return false;
  return !reason.split("; ").every((part) => {
    const [, end = "", fields = ""] = /^([a-z ]+) v\d+ → v\d+: (.+)$/.exec(part) ?? [];
    const known = fieldsOf(changedFields, end.toUpperCase().replaceAll(" ", "_"));
    return fields !== "" && fields.split(", ").every((field) => known.includes(field));
  });
}

/** Says END.FIELD names, such as REQUIREMENT.TEXT, in the words of the page. */
function useChanged(): (fields: readonly string[]) => string {
  const { wordFor, say } = useWords();
  return (fields) =>
    fields
      .map((name) => {
        const [end = "", field = ""] = name.split(".");
        return say("link.field", { end: wordFor("end", end), field: wordFor("field", field) });
      })
      .join(", ");
}
