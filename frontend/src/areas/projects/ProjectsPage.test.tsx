import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { WordsProvider } from "../../lib/words";
import { expectAccessible } from "../../testing/axe";
import { fakeServer } from "../../testing/fakeServer";
import { ProjectsPage } from ".";

const projects = {
  data: {
    projects: {
      nodes: [
        { key: "PAY", name: "Payments" },
        { key: "LIM", name: "Limits" },
      ],
    },
  },
};

const coverage = { status: "FAILED", cases: 3, passed: 1, failed: 2, notRun: 0, openDefects: 1 };
const requirements = {
  data: {
    project: {
      requirements: {
        totalCount: 288,
        nodes: [
          { key: "R-33", title: "Transfers above the limit are refused", status: "APPROVED", coverage },
          { key: "R-13", title: "Sums", status: "ARCHIVED", coverage: { ...coverage, status: "GUESSED", cases: 0 } },
        ],
      },
    },
  },
};

function open(path = "/", language: "en" | "zh-CN" = "en") {
  window.history.replaceState(null, "", path);
  render(
    <WordsProvider language={language}>
      <main>
        <ProjectsPage />
      </main>
    </WordsProvider>,
  );
}

const answering = ({ query }: { query: string }) => ({ body: query.includes("totalCount") ? requirements : projects });

describe("the projects page", () => {
  it("lists projects and opens one by keyboard, with its requirements and the words of their coverage", async () => {
    const requests = fakeServer(answering);
    open();
    await screen.findByRole("link", { name: "PAY Payments" });
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");

    const table = await screen.findByRole("table", { name: "PAY Requirements" });
    const row = within(table).getByRole("row", { name: /R-33/ });
    expect(within(row).getByText("Failed")).toBeTruthy();
    expect(within(row).getByText("Approved")).toBeTruthy();
    expect(screen.getByText("2 of 288 requirements shown, by key")).toBeTruthy();
    expect(window.location.pathname).toBe("/p/PAY");
    expect(screen.getByRole("link", { name: "PAY Payments" }).getAttribute("aria-current")).toBe("page");
    expect(requests[1]?.variables).toEqual({ project: "PAY" });
    expect(requests[0]?.headers["X-Asterism-Client"]).toBe("web");
    await expectAccessible();
  });

  it("shows a word of a newer server as the server wrote it", async () => {
    fakeServer(answering);
    open("/p/PAY");
    expect(await screen.findByText("GUESSED")).toBeTruthy();
    expect(screen.getByText("ARCHIVED")).toBeTruthy();
  });

  it("says what to do next in an empty workspace", async () => {
    fakeServer(() => ({ body: { data: { projects: { nodes: [] } } } }));
    open();
    expect(await screen.findByText(/asterism import .* --project PAY/)).toBeTruthy();
    await expectAccessible();
  });

  it("says what to do next in an empty project", async () => {
    const empty = { data: { project: { requirements: { totalCount: 0, nodes: [] } } } };
    fakeServer(({ query }) => ({ body: query.includes("totalCount") ? empty : projects }));
    open("/p/LIM");
    expect(await screen.findByText("asterism import requirements.csv --project LIM")).toBeTruthy();
  });

  it("says that a project is not there, rather than that it is empty", async () => {
    fakeServer(({ query }) => ({ body: query.includes("totalCount") ? { data: { project: null } } : projects }));
    open("/p/GONE");
    expect(await screen.findByText(/no project GONE/)).toBeTruthy();
  });

  it("repeats the server's words when it refuses, and tries again when asked", async () => {
    let refuse = true;
    const refusal = { errors: [{ message: "workspace is being migrated", extensions: { reference: "E-41" } }] };
    fakeServer(() => ({ body: refuse ? refusal : projects }));
    open();
    expect((await screen.findByRole("alert")).textContent).toContain("workspace is being migrated");
    expect(screen.getByText("Reference E-41")).toBeTruthy();
    await expectAccessible();
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(await screen.findByRole("link", { name: "PAY Payments" })).toBeTruthy();
  });

  it("names the command that starts a server when none answers", async () => {
    fakeServer(() => new TypeError("Failed to fetch"));
    open();
    expect(await screen.findByText(/asterism serve/)).toBeTruthy();
  });

  it("shows the words of something that is not GraphQL", async () => {
    fakeServer(() => ({ status: 502, body: "upstream is gone" }));
    open();
    expect(await screen.findByText(/502 .*upstream is gone/)).toBeTruthy();
  });

  it("speaks Chinese", async () => {
    fakeServer(answering);
    open("/p/PAY", "zh-CN");
    expect(await screen.findByText("显示 2 条需求，共 288 条，按编号排序")).toBeTruthy();
    expect(document.documentElement.lang).toBe("zh-CN");
  });
});
