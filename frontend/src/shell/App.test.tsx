import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { WordsProvider } from "../lib/words";
import { expectAccessible } from "../testing/axe";
import { fakeServer } from "../testing/fakeServer";
import { App } from "./App";

it("switches language and theme, and keeps both for the next visit", async () => {
  fakeServer(() => ({ body: { data: { projects: { nodes: [] } } } }));
  render(
    <WordsProvider>
      <App />
    </WordsProvider>,
  );
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Language" }), "简体中文");
  expect(await screen.findByText("还没有项目")).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "主题" }), "深色");
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(window.localStorage.getItem("asterism.language")).toBe("zh-CN");
  expect(window.localStorage.getItem("asterism.theme")).toBe("dark");
  expect(screen.getByRole("link", { name: "查询 API" }).getAttribute("href")).toBe("/graphiql");
  await expectAccessible();
});
