import { vi } from "vitest";
import type { Preview, Refusal, Report, Table } from "../../lib/importTypes";
import { serve, type Thing } from "../../testing/world";

/** A report of four new things and one warning. */
export function report(changes: Partial<Report>): Report {
  return {
    importRun: "",
    dryRun: true,
    format: "junit",
    files: 1,
    counts: { executions: 2, passed: 1, failed: 1 },
    created: 4,
    updated: 0,
    unchanged: 0,
    kinds: [
      { kind: "cases", created: 2, updated: 0, unchanged: 0 },
      { kind: "executions", created: 2, updated: 0, unchanged: 0 },
    ],
    warnings: [{ file: "nightly.xml", line: 3, field: "case", message: "no such case" }],
    warningCount: 1,
    ...changes,
  };
}

/** What the server tells about one uploaded file. */
export function preview(changes: Partial<Preview>, table: Table | null = null): Preview {
  const file = { name: "nightly.xml", size: 52, format: table ? "csv" : "junit", why: "", table };
  return {
    staged: { token: "TOKEN", expiresAt: "2026-11-23T03:14:00Z", files: [file] },
    report: null,
    error: null,
    ...changes,
  };
}

/** Stands in for a server that imports, beside one that answers questions about a world; it keeps what it was asked. */
export function importServer(
  world: Thing,
  answers: { preview: Preview; report?: Report; refusal?: Refusal; hangs?: boolean },
) {
  serve(world);
  const graphql = globalThis.fetch;
  const told = {
    asked: [] as { path: string; body: string; headers: Record<string, string> }[],
    aborted: 0,
  };
  const line = (thing: unknown) => new TextEncoder().encode(`${JSON.stringify(thing)}\n`);
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path === "/graphql") return graphql(path, init);
    if (path.endsWith("/formats")) {
      const records = [{ record: "case", fields: ["key", "title"] }];
      const formats = [{ name: "junit", extensions: [".xml"], brings: ["result"], isTable: false }];
      return new Response(JSON.stringify({ import: { formats, records, mostBytes: 1 << 20, mostFiles: 10 } }));
    }
    const { body } = init;
    const text =
      body instanceof FormData
        ? body
            .getAll("file")
            .map((file) => (file as File).name)
            .join()
        : String(body ?? "");
    told.asked.push({ path, body: text, headers: init.headers as Record<string, string> });
    if (init.method === "DELETE") return new Response(null, { status: 204 });
    if (body instanceof FormData) return new Response(line({ preview: answers.preview }));
    if (answers.refusal) return new Response(line({ error: answers.refusal }), { status: 400 });
    if (path.endsWith("dryRun=true") || !answers.hangs)
      return new Response(line({ report: answers.report ?? report({}) }));
    return new Response(
      new ReadableStream({
        start(controller) {
          const progress = { phase: "publishing", done: 4, total: 10, percent: 40, what: "results" };
          controller.enqueue(line({ progress }));
          init.signal?.addEventListener("abort", () => {
            told.aborted += 1;
            controller.error(init.signal?.reason);
          });
        },
      }),
    );
  });
  return told;
}
