import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const program = process.env.ASTERISM_BIN;
if (!program) throw new Error("ASTERISM_BIN names no program: run scripts/scenarios.sh, which builds one");

/** Starts a server of its own on a fresh demo workspace and a browser before it; `close` ends both and leaves nothing. */
export async function open() {
  const folder = await mkdtemp(join(tmpdir(), "asterism-scenario-"));
  const server = spawn(program, ["demo", "--db", `sqlite:${join(folder, "demo.db")}`, "--addr", "127.0.0.1:0"]);
  const ended = once(server, "exit");
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await said(server);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    const close = async () => {
      await browser.close();
      await stop();
    };
    return { address, browser, folder, close };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** The address that the server says it listens on; it says why when it ends before. */
function said(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    const hear = (piece) => {
      text += piece;
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/graphql/.exec(text);
      if (found) resolve(found[1]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${text}`)));
    server.once("error", reject);
  });
}

/** A page in a language and a theme; `asked` counts the GraphQL requests that are no streams. */
export async function pageOf(browser, { language = "en", theme = "light", width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({
    locale: language,
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (fault) => faults.push(String(fault)));
  let asked = 0;
  page.on("request", (request) => {
    if (request.method() !== "POST" || new URL(request.url()).pathname !== "/graphql") return;
    if (request.headers().accept === "text/event-stream") return;
    asked += 1;
  });
  const count = () => asked;
  const forget = () => {
    asked = 0;
  };
  return { page, context, faults, count, forget };
}
