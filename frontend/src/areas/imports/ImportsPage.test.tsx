import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";
import { importServer, preview, report } from "./importServer";

const run = {
  __typename: "ImportRun",
  id: "imp_1",
  createdAt: "2026-11-23T02:14:00Z",
  format: "junit",
  source: "nightly.xml",
  files: 1,
  created: 4,
  warningCount: 1200,
  project: { key: "PAY" },
  counts: [{ kind: "executions", count: 2 }],
  warnings: Array.from({ length: 60 }, (_, at) => ({
    file: "nightly.xml",
    line: at + 1,
    field: "case",
    message: `No. ${at + 1}`,
  })),
  executions: [],
};

function world(runs: Thing[]): Thing {
  return { ...payments(), node: run, project: () => ({ key: "PAY", importRuns: runs }) };
}

const nightly = () => new File(["<testsuite>\n<testcase name='a'/>\n<oops\n</testsuite>\n"], "nightly.xml");

async function toMap(): Promise<void> {
  openPage("/p/PAY/imports?step=files");
  await userEvent.upload(await screen.findByTestId("files"), [nightly()]);
  await userEvent.click(screen.getByRole("button", { name: "Read files" }));
  await userEvent.click(await screen.findByRole("button", { name: "Next" }));
}

// The page is a part of its own, which comes when it is asked for.
beforeAll(() => import("."));
// A whole import takes some steps, each with its pause.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllGlobals());

describe("the imports of a project", () => {
  it("are listed with what they changed, and open in detail", async () => {
    serve(world([run]));
    openPage("/p/PAY/imports");
    const table = await screen.findByRole("table", { name: "Imports" });
    expect(within(table).getByText("nightly.xml").closest("tr")?.textContent).toContain("junit");
    expect(within(table).getByRole("link").getAttribute("href")).toBe("/p/PAY/imports/imp_1");
    await expectAccessible();
  });

  it("say what to do next when there are none, and the key for it works", async () => {
    serve(world([]));
    openPage("/p/PAY/imports");
    expect(await screen.findByRole("heading", { name: "Nothing has been imported yet" })).toBeTruthy();
    await userEvent.keyboard("c");
    expect(await screen.findByText("Drop files here, or choose them.")).toBeTruthy();
    await expectAccessible();
  });

  it("name the place of each warning, fifty at a time and always how many there are", async () => {
    serve(world([run]));
    openPage("/p/PAY/imports/imp_1");
    expect(await screen.findByText("50 of 1,200 shown")).toBeTruthy();
    expect(screen.getByText("nightly.xml:50")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Show more: 50 of 60" }));
    expect(screen.getByText("nightly.xml:60")).toBeTruthy();
  });
});

describe("an import", () => {
  it("previews what would change, then imports it, and leads to what it made", async () => {
    const server = importServer(world([]), {
      preview: preview({ report: report({}) }),
      report: report({ dryRun: false, importRun: "imp_1" }),
    });
    await toMap();
    await userEvent.type(screen.getByLabelText("Build"), "b4{Enter}");
    expect(await screen.findByText(/4 things would be created and 0 updated/)).toBeTruthy();
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Import 4 changes" }));
    const link = await screen.findByRole("link", { name: "Open this import" });
    expect(link.getAttribute("href")).toBe("/p/PAY/imports/imp_1");
    const asked = server.asked.map(({ path, body }) => `${path} ${body}`);
    expect(asked[0]).toContain("/imports/PAY?dryRun=true nightly.xml");
    expect(asked[1]).toMatch(/^\/imports\/PAY\/TOKEN\?dryRun=true .*"build":"b4"/);
    expect(asked[2]).toMatch(/^\/imports\/PAY\/TOKEN \{.*"build":"b4"/);
    expect(server.asked.every(({ headers }) => headers["Asterism-Upload"] === "1")).toBe(true);
  });

  it("shows the lines of the chosen file around a warning", async () => {
    importServer(world([]), { preview: preview({ report: report({}) }) });
    await toMap();
    await userEvent.click(screen.getByRole("button", { name: "Preview changes" }));
    await userEvent.click(await screen.findByRole("button", { name: "Show the lines around nightly.xml:3" }));
    const lines = await screen.findByRole("region", { name: "Lines around line 3" });
    expect(lines.querySelector("mark")?.textContent).toBe("<oops");
    expect(lines.textContent).toContain("</testsuite>");
  });

  it("keeps what was said when it is refused, and names file and line", async () => {
    const refusal = { code: "BAD_USER_INPUT", message: "it ends too early", field: [], file: "nightly.xml", line: 3 };
    importServer(world([]), { preview: preview({ report: null }), refusal });
    await toMap();
    await userEvent.type(screen.getByLabelText("Build"), "b4");
    await userEvent.click(screen.getByRole("button", { name: "Preview changes" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Nothing was imported.");
    expect(alert.textContent).toContain("nightly.xml:3");
    expect((screen.getByLabelText("Build") as HTMLInputElement).value).toBe("b4");
    await userEvent.click(screen.getByRole("button", { name: "Back" }));
    expect(await screen.findByText(/1 of 1 files are in a format that is read/)).toBeTruthy();
  });

  it("lets a person say what columns mean; a field has one column", async () => {
    const table = {
      columns: ["Id", "Name", "Alias"],
      rows: [["C-1", "x", "y"]],
      record: "case",
      fields: { Id: "key" },
      isMapped: false,
    };
    const server = importServer(world([]), { preview: preview({ report: null }, table), report: report({}) });
    await toMap();
    await userEvent.selectOptions(await screen.findByLabelText("Field of Name"), "title");
    await userEvent.selectOptions(screen.getByLabelText("Field of Alias"), "title");
    expect((screen.getByLabelText("Field of Name") as HTMLSelectElement).value).toBe("");
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Preview changes" }));
    await screen.findByText(/4 things would be created/);
    expect(server.asked.at(-1)?.body).toContain('"columns":{"Id":"key","Alias":"title"}');
  });

  it("tells how far it is and stops when asked to, after which everything is as before", async () => {
    const server = importServer(world([]), { preview: preview({ report: report({}) }), hangs: true });
    await toMap();
    await userEvent.click(screen.getByRole("button", { name: "Preview changes" }));
    await userEvent.click(await screen.findByRole("button", { name: "Import 4 changes" }));
    const bar = await screen.findByRole("progressbar", { name: "Importing" });
    expect(await screen.findByText("40 % · 4 of 10 records · Executions")).toBeTruthy();
    expect(bar.getAttribute("value")).toBe("40");
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Stop the import" }));
    expect(await screen.findByRole("button", { name: "Import 4 changes" })).toBeTruthy();
    expect(server.aborted).toBe(1);
    expect(server.asked.at(-1)?.path).toBe("/imports/PAY/TOKEN/run");
  });
});
