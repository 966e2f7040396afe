// How smoothly a tree of 100,000 requirements scrolls, beside a bare list of as many plain rows in the same browser and run.
//   node bench/tree.mjs <asterism program> <address of the page> [database]
// Without a database one is made first. The address may be that of the program itself or of a server for developing.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chapterKeys, seed, total } from "./seed.mjs";

const rowHeight = 28;
const frames = 600;
const [program = "asterism", page = "http://127.0.0.1:18951", given] = process.argv.slice(2);
const listen = process.env.ASTERISM_BENCH_ADDR ?? "127.0.0.1:18951";
const folder = given ? null : mkdtempSync(join(tmpdir(), "asterism-tree-"));
const say = (line) => process.stdout.write(`${line}\n`);

/** Scrolls a box to its end in even steps, one a frame, and answers how long each frame took. */
function scroll([selector, steps]) {
  const box = document.querySelector(selector);
  return new Promise((resolve) => {
    const times = [];
    const far = box.scrollHeight - box.clientHeight;
    let last = performance.now();
    const step = (now) => {
      if (times.length > 0 || now > last) times.push(now - last);
      last = now;
      box.scrollTop = (far * times.length) / steps;
      if (times.length < steps) requestAnimationFrame(step);
      else resolve(times.slice(5));
    };
    requestAnimationFrame(step);
  });
}

/** A bare virtual list: rows of one line of text, placed by hand, with nothing else about them. */
function bare([rows, height]) {
  document.body.innerHTML = `<div id="bare" style="height:560px;overflow:auto"><div style="position:relative;height:${rows * height}px"></div></div>`;
  const box = document.querySelector("#bare");
  const draw = () => {
    const from = Math.max(0, Math.floor(box.scrollTop / height) - 12);
    const lines = Array.from({ length: 44 }, (_, at) => {
      const row = document.createElement("div");
      row.style.cssText = `position:absolute;height:${height}px;transform:translateY(${(from + at) * height}px)`;
      row.textContent = `Row ${from + at + 1}`;
      return row;
    });
    box.firstElementChild.replaceChildren(...lines);
  };
  box.addEventListener("scroll", draw);
  draw();
}

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)];
const told = (name, times) =>
  say(`${name}: median ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms, worst ${at(times, 1).toFixed(1)} ms`);

async function until(todo) {
  for (let tries = 0; ; tries++) {
    try {
      return await todo();
    } catch (cause) {
      if (tries > 100) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const db = given ?? seed(program, folder);
const server = spawn(program, ["serve", "--db", db, "--addr", listen], { stdio: "ignore" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await until(() => tab.goto(`${page}/`));
  await tab.evaluate(bare, [total, rowHeight]);
  const plain = await tab.evaluate(scroll, ["#bare", frames]);

  const begun = performance.now();
  await tab.goto(`${page}/p/BIG/requirements?open=${chapterKeys.join("+")}`);
  await tab.waitForSelector(`table[role=treegrid][aria-rowcount="${total + 1}"]`, { timeout: 60_000 });
  await tab.waitForSelector("table[role=treegrid] tbody a");
  say(`opened ${total} rows in ${Math.round(performance.now() - begun)} ms`);
  const tree = await tab.evaluate(scroll, [".virtual", frames]);
  const ended = performance.now();
  await tab.waitForSelector(`a[href$="/requirements/R-${total}"]`, { timeout: 60_000 });
  say(`the last row was read ${Math.round(performance.now() - ended)} ms after the scroll ended`);
  await tab.waitForFunction(() => document.querySelectorAll("tr[aria-busy]").length === 0);
  const back = await tab.evaluate(scroll, [".virtual", frames]);

  told("bare list   ", plain);
  told("tree        ", tree);
  told("tree, known ", back);
  say(`ratio of p99, tree to bare list: ${(at(tree, 0.99) / at(plain, 0.99)).toFixed(2)}`);
} finally {
  await browser.close();
  server.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
