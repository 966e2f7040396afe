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
      {link.reason && (
        <div className="quiet">
          <Said>{link.reason}</Said>
        </div>
      )}
    </>
  );
}

/** Says END.FIELD names, such as REQUIREMENT.TEXT, in the words of the page. */
export function useChanged(): (fields: readonly string[]) => string {
  const { wordFor, say } = useWords();
  return (fields) =>
    fields
      .map((name) => {
        const [end = "", field = ""] = name.split(".");
        return say("link.field", { end: wordFor("end", end), field: wordFor("field", field) });
      })
      .join(", ");
}
