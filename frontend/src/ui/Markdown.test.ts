import { expect, it } from "vitest";
import { harmless } from "./Markdown";

it.each([
  ["a script", "<script>alert(1)</script>ok", /script|alert/],
  ["a handler", '<b onclick="x()">b</b>', /onclick/],
  ["a script behind a link", "[a](javascript:alert(1))", /javascript/],
  ["data behind a link", "[a](data:text/html,x)", /data:/],
  ["a picture that tells strangers who reads", "![logo](https://example.org/x.png)", /<img|example/],
  ["a style", '<p style="position:fixed">x</p><style>*{}</style>', /style/],
  ["a form", '<form action="/x"><input name="p"></form>', /form|input/],
  ["a frame", '<iframe src="https://example.org"></iframe>', /iframe/],
])("%s does not get through", (_, text, forbidden) => {
  expect(harmless(text)).not.toMatch(forbidden);
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
