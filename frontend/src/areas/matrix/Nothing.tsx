import { useWords } from "../../lib/words";
import { Command, Notice } from "../../ui/Notice";
import { look, type View } from "./useMatrix";

/** Why there is nothing to draw, and what to do next. */
export function Nothing({ project, view, rows }: { project: string; view: View; rows: number }) {
  const { say } = useWords();
  const { rowText, columnText, gaps, linked } = view;
  if (!rowText && !columnText && !gaps && !linked) {
    return (
      <Notice title={say("matrix.empty.title")}>
        <p>{say("matrix.empty.next")}</p>
        <Command>{`asterism import results/ --project ${project}`}</Command>
      </Notice>
    );
  }
  const isUnlinked = linked && rows > 0 && !columnText;
  const why = gaps && rows === 0 ? "matrix.none.gaps" : isUnlinked ? "matrix.none.linked" : "matrix.none.next";
  return (
    <Notice title={say("matrix.none.title")}>
      <p>{say(why)}</p>
      <button type="button" className="button" onClick={() => look({ q: "", c: "", gaps: false, linked: false })}>
        {say("matrix.none.clear")}
      </button>
    </Notice>
  );
}
