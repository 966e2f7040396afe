import { momentIn } from "../lib/moments";
import { type Language, useWords } from "../lib/words";

/** The language of a text, when it is not that of the page: browsers choose letter shapes, and readers voices, by it. */
export function foreign(text: string, language: Language): string | undefined {
  const chinese = /\p{Script=Han}/u.test(text);
  if (chinese === (language === "zh-CN")) return undefined;
  return chinese ? "zh-CN" : "en";
}

/** Words that people or tools wrote, in whatever language they wrote them. */
export function Said({ children }: { children: string }) {
  const { language } = useWords();
  return <span lang={foreign(children, language)}>{children}</span>;
}

/** A moment in the words of the reader. */
export function Moment({ at }: { at: string }) {
  const { language } = useWords();
  return (
    <time dateTime={at} className="moment">
      {momentIn(language, at)}
    </time>
  );
}
