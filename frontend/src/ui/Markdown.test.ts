import { expect, it } from "vitest";
import { harmless } from "./Markdown";

it.each([
  ["a script", "<script>alert(1)</script>ok"],
  ["a handler", '<b onclick="x()">b</b> <td onmouseover="x()">c</td>'],
  ["a script behind a link", "[a](javascript:alert(1))"],
  ["data behind a link", "[a](data:text/html,x)"],
  [
    "a picture that tells strangers who reads",
    "![logo](https://example.org/x.png) <img src='https://example.org/x.png'>",
  ],
  ["a style", '<p style="position:fixed">x</p><style>*{}</style>'],
  ["a form", '<form action="/x"><input name="p"></form>'],
  ["a frame", '<iframe src="https://example.org"></iframe>'],
])("%s does not get through", (_, text) => {
  const page = document.createElement("div");
  page.innerHTML = harmless(text);
  expect(page.querySelector("script, style, form, input, iframe, img, object, embed, svg")).toBeNull();
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|style|src/);
      expect(value).not.toMatch(/javascript:|data:/);
    }
  }
});

it("words in angle brackets are shown, not taken for tags", () => {
  const page = document.createElement("div");
  page.innerHTML = harmless("Shows <amount> and <currency> when a < b && c > d");
  expect(page.textContent?.trim()).toBe("Shows <amount> and <currency> when a < b && c > d");
});

it("what people write stays: emphasis, lists, tables, code and links to the web", () => {
  const html = harmless("**b** [law](https://example.org)\n\n- one\n\n| a |\n|---|\n| `1` |");
  for (const part of [
    "<strong>b</strong>",
    "<li>one</li>",
    "<td><code>1</code></td>",
    'rel="noopener noreferrer nofollow"',
  ]) {
    expect(html).toContain(part);
  }
});

it("headings of a text do not disturb the outline of the page", () => {
  expect(harmless("# Big")).toBe("<p><strong>Big</strong></p>");
});
