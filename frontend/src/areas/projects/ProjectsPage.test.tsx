import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../testing/axe";
import { fakeServer } from "../../testing/fakeServer";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { answer, serve } from "../../testing/world";

describe("the first page", () => {
  it("lists projects and opens one by keyboard", async () => {
    const requests = serve(payments());
    openPage("/");
    await screen.findByRole("link", { name: "PAY Payments" });
    await userEvent.keyboard("j{Enter}");
    expect(await screen.findByRole("table", { name: "Top requirements" })).toBeTruthy();
    expect(window.location.pathname).toBe("/p/PAY");
    expect(document.title).toBe("PAY · Asterism");
    expect(requests[1]?.variables).toEqual({ project: "PAY" });
    expect(requests[0]?.headers["X-Asterism-Client"]).toBe("web");
  });

  it("says what to do next in an empty workspace", async () => {
    serve({ projects: [] });
    openPage("/");
    expect(await screen.findByText(/asterism import .* --project PAY/)).toBeTruthy();
    await expectAccessible();
  });

  it("says what to do next in an empty project", async () => {
    serve({ project: () => ({ key: "LIM", name: "Limits" }) });
    openPage("/p/LIM");
    expect(await screen.findByText("asterism import requirements.csv --project LIM")).toBeTruthy();
  });

  it("says that a project is not there, rather than that it is empty", async () => {
    serve({ project: () => null });
    openPage("/p/GONE");
    expect(await screen.findByText(/no project GONE/)).toBeTruthy();
  });

  it("repeats the server's words when it refuses, and tries again when asked", async () => {
    let refuse = true;
    const refusal = { errors: [{ message: "workspace is being migrated", extensions: { reference: "E-41" } }] };
    fakeServer((request) => ({ body: refuse ? refusal : answer(payments(), request) }));
    openPage("/");
    expect((await screen.findByRole("alert")).textContent).toContain("workspace is being migrated");
    expect(screen.getByText("Reference E-41")).toBeTruthy();
    await expectAccessible();
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(await screen.findByRole("link", { name: "PAY Payments" })).toBeTruthy();
  });

  it("keeps showing what it read before when the server no longer answers, and says so", async () => {
    let gone = false;
    fakeServer((request) => (gone ? new TypeError("Failed to fetch") : { body: answer(payments(), request) }));
    openPage("/p/PAY");
    await userEvent.click(await screen.findByRole("link", { name: "Suites" }));
    await screen.findByText("Limits");
    gone = true;
    await userEvent.click(screen.getByRole("link", { name: "Overview" }));
    expect(await screen.findByText(/what you see is from before/)).toBeTruthy();
    expect(screen.getByRole("table", { name: "Top requirements" })).toBeTruthy();
  });

  it("names the command that starts a server when none answers", async () => {
    fakeServer(() => new TypeError("Failed to fetch"));
    openPage("/");
    expect(await screen.findByText(/asterism serve/)).toBeTruthy();
  });

  it("shows the words of something that is not GraphQL", async () => {
    fakeServer(() => ({ status: 502, body: "upstream is gone" }));
    openPage("/");
    expect(await screen.findByText(/502 .*upstream is gone/)).toBeTruthy();
  });

  it("shows a word of a newer server as the server wrote it", async () => {
    const coverage = { status: "GUESSED" };
    const found = { key: "PAY", name: "P", description: "", suspects: { totalCount: 0 } };
    const none = { totalCount: 0, nodes: [] };
    const top = { totalCount: 1, nodes: [{ key: "R-1", title: "T", status: "DRAFT", coverage }] };
    const lists = { requirements: top, testCases: none, executions: none, defects: none, failures: none, open: none };
    fakeServer(() => ({ body: { data: { project: { ...found, ...lists, top } } } }));
    openPage("/p/PAY");
    expect(await screen.findByText("GUESSED")).toBeTruthy();
  });

  it("speaks Chinese", async () => {
    serve(payments());
    openPage("/p/PAY", "zh-CN");
    expect(await screen.findByText("最近的失败")).toBeTruthy();
    expect(document.documentElement.lang).toBe("zh-CN");
  });
});
