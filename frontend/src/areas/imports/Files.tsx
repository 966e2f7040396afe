import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { useWords } from "../../lib/words";
import { DataTable } from "../../ui/DataTable";
import { chosenFrom } from "./chosen";
import { FormatsRead } from "./FormatsRead";
import { goToStep } from "./steps";
import type { Import } from "./useImport";
import { size } from "./Working";

/** The first step: files are dropped or chosen; a folder comes with everything in it. */
export function Files({ project, run }: { project: string; run: Import }) {
  const { say } = useWords();
  const { chosen, map } = run.facts;
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const mapping = useRef<HTMLInputElement>(null);
  const next = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0 && (await run.send())) goToStep("detected");
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    run.choose(chosenFrom(event.dataTransfer.files));
  };
  const rows = chosen.map((one, at) => ({ ...one, at }));
  return (
    <form className="imports-step" onSubmit={next}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside do the same by keyboard. */}
      <div
        className="imports-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <p>{say("imports.drop")}</p>
        <div className="imports-buttons">
          <Picker word={say("imports.choose")} input={files} isFirst={chosen.length === 0} />
          <Picker word={say("imports.folder")} input={folder} />
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          data-testid="files"
          onChange={(event) => {
            run.choose(chosenFrom(event.target.files));
            event.target.value = "";
          }}
        />
        <input
          ref={(input) => {
            folder.current = input;
            input?.setAttribute("webkitdirectory", "");
          }}
          type="file"
          hidden
          onChange={(event) => {
            run.choose(chosenFrom(event.target.files));
            event.target.value = "";
          }}
        />
      </div>
      {chosen.length > 0 && (
        <>
          <p className="quiet">
            {say("imports.chosen", {
              count: chosen.length,
              size: size(chosen.reduce((n, { file }) => n + file.size, 0)),
            })}
          </p>
          <DataTable
            label={say("imports.files")}
            columns={[
              { id: "name", head: say("imports.file"), kind: "wide", cell: ({ name }) => name },
              { id: "size", head: say("imports.size"), kind: "number", cell: ({ file }) => size(file.size) },
              {
                id: "out",
                head: <span className="hidden-word">{say("imports.leaveOut")}</span>,
                cell: ({ name, at }) => (
                  <button
                    type="button"
                    className="imports-open"
                    aria-label={say("imports.leaveOutFile", { name })}
                    onClick={() => run.leaveOut(at)}
                  >
                    {say("imports.leaveOut")}
                  </button>
                ),
              },
            ]}
            rows={rows.slice(0, most)}
            id={({ at }) => String(at)}
          />
          {rows.length > most && <p className="quiet">{say("list.shown", { shown: most, total: rows.length })}</p>}
        </>
      )}
      <div className="imports-buttons">
        <span className="quiet">{map ? say("imports.mapChosen", { name: map.name }) : say("imports.mapHint")}</span>
        {map ? (
          <button type="button" className="button" onClick={() => run.takeMap(null)}>
            {say("imports.mapOut")}
          </button>
        ) : (
          <Picker word={say("imports.mapChoose")} input={mapping} />
        )}
        <input
          ref={mapping}
          type="file"
          accept=".yaml,.yml,.json"
          hidden
          onChange={(event) => {
            run.takeMap(event.target.files?.[0] ?? null);
            event.target.value = "";
          }}
        />
      </div>
      <div className="imports-buttons">
        <button type="button" className="button" onClick={() => goToStep("")}>
          {say("imports.leave")}
        </button>
        <button type="submit" className="button imports-first" disabled={chosen.length === 0}>
          {say("imports.read")}
        </button>
        {chosen.length === 0 && <span className="quiet">{say("imports.chooseFirst")}</span>}
      </div>
      <FormatsRead project={project} />
    </form>
  );
}

const most = 100;

function Picker(props: { word: string; input: React.RefObject<HTMLInputElement | null>; isFirst?: boolean }) {
  return (
    <button
      type="button"
      className={props.isFirst ? "button imports-first" : "button"}
      onClick={() => props.input.current?.click()}
    >
      {props.word}
    </button>
  );
}
