// How smoothly the matrix scrolls: 2,000 requirements × 2,000 test cases, imported by the program and read from its server, beside a
// bare grid of plain cells in the same browser. What counts is the ratio of the two, since machines differ.
//
//   node bench/matrix.mjs <program> [path of Chromium]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { project, seed } from "./matrixSeed.mjs";

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const size = 2_000;
const rounds = 3;
const frames = 200;

const freePort = () =>
  new Promise((tell) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => tell(port));
    });
  });

/** Runs the server of a workspace and waits until it answers. */
async function serve(program, address) {
  const port = await freePort();
  const running = spawn(program, ["serve", "--db", address, "--addr", `127.0.0.1:${port}`], { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/schema.graphql`).catch(() => null);
    if (answer?.ok) return { origin: `http://127.0.0.1:${port}`, stop: () => running.kill() };
    await new Promise((go) => setTimeout(go, 100));
  }
  running.kill();
  throw new Error("the server did not answer");
}

/** Scrolls both ways, a step each frame, and gives how long every frame took, in milliseconds. */
function scroll(steps) {
  const grid = document.querySelector("[data-grid]");
  return new Promise((tell) => {
    const took = [];
    let before = 0;
    const step = (now) => {
      if (before > 0) took.push(now - before);
      before = now;
      if (took.length >= steps) return tell(took);
      grid.scrollTop += took.length % 200 < 100 ? 90 : -30;
      grid.scrollLeft += took.length % 100 < 60 ? 60 : -20;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

const at = (share, times) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const shown = (number) => number.toFixed(1).padStart(7);

async function measure(browser, address, ready) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(address);
  await page.waitForSelector(ready);
  await page.evaluate(scroll, 60); // what is compiled and cached by then is so in both
  const times = await page.evaluate(scroll, frames);
  const cells = await page.evaluate(() => document.querySelectorAll("[data-grid] *").length);
  await page.close();
  return { p50: at(0.5, times), p99: at(0.99, times), most: Math.max(...times), cells };
}

async function main(program, executablePath = "/usr/bin/chromium") {
  const folder = mkdtempSync(join(tmpdir(), "asterism-bench-"));
  const address = `sqlite:${join(folder, "workspace.db")}`;
  const outDir = join(folder, "dist");
  const ends = [];
  try {
    seed(program, address, size);
    const server = await serve(program, address);
    ends.push(server.stop);
    const input = { index: join(frontend, "index.html"), bare: join(frontend, "bench/bare.html") };
    const shared = { configFile: false, root: frontend, logLevel: "error" };
    await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
    const proxy = { "/graphql": server.origin };
    const page = await preview({ ...shared, build: { outDir }, preview: { port: await freePort(), host: "127.0.0.1", proxy } });
    ends.push(() => page.close());
    const origin = page.resolvedUrls.local[0];
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    ends.push(() => browser.close());

    const ratios = [];
    process.stdout.write("round  what      p50 ms   p99 ms   max ms  elements\n");
    for (let round = 1; round <= rounds; round++) {
      const bare = await measure(browser, `${origin}bench/bare.html`, "[data-grid] div div");
      const matrix = await measure(browser, `${origin}p/${project}/matrix`, ".matrix-cell");
      for (const [name, one] of Object.entries({ bare, matrix })) {
        process.stdout.write(`${round}      ${name.padEnd(7)} ${shown(one.p50)}  ${shown(one.p99)}  ${shown(one.most)}  ${String(one.cells).padStart(8)}\n`);
      }
      ratios.push(matrix.p99 / bare.p99);
    }
    process.stdout.write(`p99 of a frame, matrix / bare grid: ${middle(ratios).toFixed(2)} (rounds ${ratios.map((one) => one.toFixed(2)).join(", ")})\n`);
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [program, executablePath] = process.argv.slice(2);
if (!program) throw new Error("usage: node bench/matrix.mjs <program> [path of Chromium]");
await main(program, executablePath);
