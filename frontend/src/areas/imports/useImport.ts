import { useEffect, useRef, useState } from "react";
import type { Preview, Progress, Report, Settings, Staged, TableSaid } from "../../lib/importTypes";
import { ImportRefused, importFiles, putFilesAway, sendFiles, stopImport } from "../../lib/upload";

/** A file that a person chose, and the name it goes by, which may hold its folder. */
export interface Chosen {
  file: File;
  name: string;
}

/** What the importer does now. */
export type Busy = { what: "sending" | "looking" | "importing"; progress: Progress | null };

/** What an import knows between its steps. */
export interface Facts {
  chosen: readonly Chosen[];
  map: File | null;
  staged: Staged | null;
  settings: Settings;
  /** What would change, and the settings that it was asked with. */
  looked: { report: Report; with: string } | null;
  done: Report | null;
  busy: Busy | null;
  refused: ImportRefused | null;
}

const nowhere: Settings = { tables: [], build: "", environment: "", release: "", cycle: "" };
const nothing: Facts = {
  chosen: [],
  map: null,
  staged: null,
  settings: nowhere,
  looked: null,
  done: null,
  busy: null,
  refused: null,
};

/** One import from the choice of its files to its end. What was chosen and said stays through every step and every refusal. */
export function useImport(project: string) {
  const [facts, setFacts] = useState<Facts>(nothing);
  const latest = useRef(facts);
  const running = useRef<AbortController | null>(null);
  const set = (changes: Partial<Facts>) => {
    latest.current = { ...latest.current, ...changes };
    setFacts(latest.current);
  };

  /** Runs one thing at a time, with its progress, and keeps why it was refused; true when it ended well. */
  const run = async (
    what: Busy["what"],
    act: (hear: (now: Progress) => void, signal: AbortSignal) => Promise<void>,
  ) => {
    if (running.current) return false;
    const now = new AbortController();
    running.current = now;
    set({ busy: { what, progress: null }, refused: null });
    try {
      await act((progress) => set({ busy: { what, progress } }), now.signal);
      return !now.signal.aborted;
    } catch (cause) {
      if (now.signal.aborted) return false;
      const refused = cause instanceof ImportRefused ? cause : new ImportRefused({ message: String(cause) });
      // What waited too long is sent anew from the files, which the page still has.
      const isGone = refused.refusal.field[0] === "token" && refused.refusal.code === "NOT_FOUND";
      set({ refused, ...(isGone ? { staged: null, looked: null } : {}) });
      return false;
    } finally {
      if (running.current === now) {
        running.current = null;
        set({ busy: null });
      }
    }
  };

  const drop = () => {
    const { staged, done } = latest.current;
    if (staged && !done?.importRun) putFilesAway(project, staged.token);
    return { staged: null, looked: null, done: null, refused: null };
  };

  const cancel = () => {
    const { staged } = latest.current;
    running.current?.abort();
    running.current = null;
    if (staged) stopImport(project, staged.token);
    set({ busy: null });
  };

  // Who leaves the page has stopped what was under way; what waits is put away.
  useEffect(() => {
    return () => {
      running.current?.abort();
      const { staged, done } = latest.current;
      if (staged && !done) putFilesAway(project, staged.token);
    };
  }, [project]);

  return {
    facts,
    cancel,
    choose: (files: readonly Chosen[]) => set({ ...drop(), chosen: [...latest.current.chosen, ...files] }),
    leaveOut: (at: number) => set({ ...drop(), chosen: latest.current.chosen.filter((_, i) => i !== at) }),
    takeMap: (map: File | null) => set({ ...drop(), map }),
    say: (changes: Partial<Settings>) => set({ settings: { ...latest.current.settings, ...changes }, refused: null }),
    again: () => set({ ...drop(), ...nothing }),
    forget: () => set({ refused: null }),
    /** Sends the files and looks at them. */
    send: () =>
      run("sending", async (hear, signal) => {
        const { chosen, map } = latest.current;
        const staged = (one: Staged) => set({ staged: one });
        const told: Preview = await sendFiles(project, chosen, map, { progress: hear, staged }, signal);
        const settings = { ...latest.current.settings, tables: told.staged.files.flatMap(suggestion) };
        const looked = told.report ? { report: told.report, with: JSON.stringify(settings) } : null;
        set({ staged: told.staged, settings, looked, refused: told.error ? new ImportRefused(told.error) : null });
      }),
    /** Asks what would change, unless that is known. */
    look: () => {
      const { staged, settings, looked } = latest.current;
      const asked = JSON.stringify(settings);
      if (!staged || looked?.with === asked) return Promise.resolve(staged !== null);
      return run("looking", async (hear, signal) => {
        const report = await importFiles(project, staged.token, settings, true, { progress: hear }, signal);
        set({ looked: { report, with: asked } });
      });
    },
    /** Imports what was looked at. */
    take: () => {
      const { staged, settings } = latest.current;
      if (!staged) return Promise.resolve(false);
      return run("importing", async (hear, signal) => {
        set({ done: await importFiles(project, staged.token, settings, false, { progress: hear }, signal) });
      });
    },
  };
}

/** What the columns of a file seem to mean, to begin with. */
function suggestion({ name, table }: Staged["files"][number]): TableSaid[] {
  if (!table || table.isMapped) return [];
  return [{ file: name, record: table.record, columns: table.fields, keepsRest: true }];
}

/** An import under way. */
export type Import = ReturnType<typeof useImport>;
