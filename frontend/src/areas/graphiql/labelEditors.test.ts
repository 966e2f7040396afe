import { expect, it } from "vitest";
import { labelEditors } from "./labelEditors";

it("names editors after their part, also those that load later", async () => {
  document.body.innerHTML =
    '<section aria-label="Query Editor"><div class="CodeMirror"><textarea></textarea></div></section>';
  const stop = labelEditors(document.body);
  document.body.insertAdjacentHTML(
    "beforeend",
    '<section aria-label="Variables"><div class="CodeMirror"><textarea></textarea></div></section>',
  );
  await Promise.resolve();
  const names = [...document.querySelectorAll("textarea")].map((field) => field.getAttribute("aria-label"));
  expect(names).toEqual(["Query Editor", "Variables"]);
  stop();
});
