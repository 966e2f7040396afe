/** One server-sent event. */
export interface Frame {
  event: string;
  data: string;
}

/**
 * Reads server-sent events as they come. EventSource of the browser cannot be used: it only asks by GET and without headers.
 * `heard` is called whenever bytes arrive, also for comments, with which a server shows that it lives.
 */
export async function* frames(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<Frame> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let frame: Frame = { event: "", data: "" };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      rest += decoder.decode(value, { stream: true });
      // A return at the very end may be half of a line break whose other half is still to come.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line !== "") {
          read(line, frame);
          continue;
        }
        if (frame.data !== "" || frame.event !== "") yield { ...frame, data: frame.data.replace(/\n$/, "") };
        frame = { event: "", data: "" };
      }
    }
  } finally {
    // Tells the server that nobody listens any more; it may be gone itself by then.
    reader.cancel().catch(() => undefined);
  }
}

function read(line: string, frame: Frame): void {
  const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === "event") frame.event = value;
  else if (name === "data") frame.data += `${value}\n`;
}
