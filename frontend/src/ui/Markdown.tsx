import DOMPurify from "dompurify";
import { Marked } from "marked";
import { useMemo } from "react";
import "./Markdown.css";

const tags =
  "p br hr em strong del code pre blockquote ul ol li table thead tbody tr th td a sup sub kbd samp var dl dt dd".split(
    " ",
  );

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // The page has its own headings: those of a text are strong lines, so that the outline of the page stays true.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    // What looks like a tag and is none that a text may have is a word in angle brackets, such as <amount>: it is shown.
    html({ text }) {
      const name = /^<\/?([a-z0-9]+)/i.exec(text)?.[1]?.toLowerCase();
      if (name && tags.includes(name)) return text;
      return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    },
    // Pictures of strangers are not loaded, since they would tell them who reads; what they show is said instead.
    image({ text, href }) {
      return `[${text || href}]`;
    },
  },
});

const purify = DOMPurify(window);
purify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  node.setAttribute("rel", "noopener noreferrer nofollow");
  node.setAttribute("target", "_blank");
});

/** Turns Markdown of strangers into harmless HTML: no scripts, no styles, no forms, no pictures, links to the web and mail only. */
export function harmless(text: string): string {
  return purify.sanitize(marked.parse(text, { async: false }), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ["href", "title", "align", "start"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  });
}

/** Text that people wrote, as Markdown. */
export function Markdown({ text, lang }: { text: string; lang?: string | undefined }) {
  const html = useMemo(() => harmless(text), [text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: harmless() is what makes it so, and its test says what it lets through.
  return <div className="markdown" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
