/** Some lines of a chosen file around one of them, from 1; empty when the file has no such line. It reads no further than needed. */
export async function linesAround(file: Blob, line: number, beside = 2): Promise<{ line: number; text: string }[]> {
  const first = Math.max(1, line - beside);
  const found: { line: number; text: string }[] = [];
  const decoder = new TextDecoder();
  let at = 1;
  let rest = "";
  const take = (text: string) => {
    if (at >= first && at <= line + beside) found.push({ line: at, text: text.replace(/\r$/, "").slice(0, 2000) });
    at += 1;
  };
  for (let start = 0; start < file.size && at <= line + beside; start += piece) {
    const bytes = await file.slice(start, start + piece).arrayBuffer();
    const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    if (at < first) rest = rest.slice(-1); // nobody asks for this line, so it is not kept, however long it is
    for (const part of parts) take(part);
  }
  if (rest !== "" && at <= line + beside) take(rest);
  return at <= line ? [] : found;
}

const piece = 1 << 20;
