import type { Formats, Preview, Progress, Refusal, Report, Settings, Staged } from "./importTypes";
import { canStream, clientName } from "./platform";

/** An import that was refused, or whose server did not answer. */
export class ImportRefused extends Error {
  readonly refusal: Refusal;
  readonly unreachable: boolean;

  constructor(refusal: Partial<Refusal> & { message: string }, unreachable = false) {
    super(refusal.message);
    this.name = "ImportRefused";
    this.refusal = { code: "UNAVAILABLE", field: [], file: "", line: 0, ...refusal };
    this.unreachable = unreachable;
  }
}

type Line = { progress?: Progress; staged?: Staged; preview?: Preview; report?: Report; error?: Refusal };

/** Called with each piece of news while an import goes on. */
export interface Hear {
  progress?: (now: Progress) => void;
  staged?: (staged: Staged) => void;
}

const address = (project: string, ...more: string[]) =>
  `/imports/${[project, ...more].map(encodeURIComponent).join("/")}`;

/** What the server reads. */
export async function readFormats(project: string, signal: AbortSignal): Promise<Formats> {
  const response = await request(address(project, "formats"), { method: "GET", signal });
  const told = (await response.json()) as { import?: Formats; error?: Refusal };
  if (!told.import) throw new ImportRefused(told.error ?? { message: `${response.status} ${response.statusText}` });
  return told.import;
}

/** Sends files and looks at them; nothing of them is in the project yet. A name may hold the folder that a file came from. */
export async function sendFiles(
  project: string,
  files: readonly { file: File; name: string }[],
  map: File | null,
  hear: Hear,
  signal: AbortSignal,
): Promise<Preview> {
  const form = new FormData();
  if (map) form.append("map", map, map.name);
  for (const { file, name } of files) form.append("file", file, name);
  const end = await asked(`${address(project)}?dryRun=true`, form, hear, signal);
  if (!end.preview) throw new ImportRefused({ message: "The server ended its answer too early." });
  return end.preview;
}

/** Imports files that wait at the server, or tells what that would change. */
export async function importFiles(
  project: string,
  token: string,
  settings: Settings,
  dryRun: boolean,
  hear: Hear,
  signal: AbortSignal,
): Promise<Report> {
  const body = JSON.stringify(settings);
  const end = await asked(`${address(project, token)}${dryRun ? "?dryRun=true" : ""}`, body, hear, signal);
  if (!end.report) throw new ImportRefused({ message: "The server ended its answer too early." });
  return end.report;
}

/** Stops what is done with files that wait; hanging up does the same wherever a server can hear it. */
export function stopImport(project: string, token: string): void {
  request(address(project, token, "run"), { method: "DELETE" }).catch(() => {}); // it ends by itself, or the server is gone
}

/** Puts files away that wait at the server. */
export function putFilesAway(project: string, token: string): void {
  request(address(project, token), { method: "DELETE" }).catch(() => {}); // the server puts them away after an hour
}

async function request(to: string, init: RequestInit): Promise<Response> {
  const headers = { "Asterism-Upload": "1", "X-Asterism-Client": clientName(), ...init.headers };
  try {
    return await fetch(to, { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ImportRefused({ message: cause instanceof Error ? cause.message : String(cause) }, true);
  }
}

/** Asks for an import and hears it to its end, of which it gives the last line. */
async function asked(to: string, body: BodyInit, hear: Hear, signal: AbortSignal): Promise<Line> {
  const headers = { Accept: canStream() ? "application/x-ndjson" : "application/json" };
  const response = await request(to, { method: "POST", body, headers, signal });
  let last: Line = {};
  for await (const text of lines(response)) {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      throw new ImportRefused({ message: `${response.status} ${response.statusText} ${text.slice(0, 300)}`.trim() });
    }
    if (line.error) throw new ImportRefused(line.error);
    if (line.progress) hear.progress?.(line.progress);
    if (line.staged) hear.staged?.(line.staged);
    last = line;
  }
  return last;
}

/** The lines of an answer as they come. */
async function* lines(response: Response): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part.trim() !== "") yield part;
    if (done) break;
  }
  if (rest.trim() !== "") yield rest;
}
