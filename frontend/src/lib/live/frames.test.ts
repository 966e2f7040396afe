import { describe, expect, it } from "vitest";
import { type Frame, frames } from "./frames";

/** Reads bytes that come in pieces of a size. */
async function read(text: string, size: number): Promise<Frame[]> {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  const found: Frame[] = [];
  for await (const frame of frames(body, () => undefined)) found.push(frame);
  return found;
}

describe("a stream of events is read the same however it is cut into pieces", () => {
  const text =
    ':\n\nevent: next\ndata: {"title":"退款"}\n\n: ping\n\nevent: next\ndata: a: b\ndata:c\n\nevent: complete\n\n';
  const want = [
    { event: "next", data: '{"title":"退款"}' },
    { event: "next", data: "a: b\nc" },
    { event: "complete", data: "" },
  ];
  it.each([1, 2, 3, 7, 1000])("of %i bytes", async (size) => {
    expect(await read(text, size)).toEqual(want);
    expect(await read(text.replaceAll("\n", "\r\n"), size)).toEqual(want);
  });
});

it("an event that broke off is not taken for a whole one", async () => {
  expect(await read("event: next\ndata: {", 4)).toEqual([]);
});
