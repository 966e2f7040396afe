// Makes a project of many requirements and many test cases by the front door: it writes CSV files and a mapping, and lets the
// program import them. Every requirement is linked to three cases near the diagonal and one far from it; every tenth has none.
//
//   node bench/matrixSeed.mjs <program> <address of the workspace> [size]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The key of the project that is made. */
export const project = "WIDE";

const mapping = `files:
  - match: "requirements.csv"
    records:
      - record: requirement
        columns: {key: key, title: title}
  - match: "cases.csv"
    records:
      - record: case
        columns: {key: key, title: title}
  - match: "links.csv"
    records:
      - record: link
        columns: {requirement: requirement, case: case}
        constants: {role: VERIFIES}
  - match: "results.csv"
    records:
      - record: result
        columns: {case: case, status: status}
`;

const number = (at) => String(at + 1).padStart(5, "0");
const rows = (size, row) => Array.from({ length: size }, (_, at) => row(at)).flat();

/** Writes the files of a matrix of size × size into a folder. */
export function writeFiles(folder, size) {
  const put = (name, head, lines) => writeFileSync(join(folder, name), `${[head, ...lines].join("\n")}\n`);
  writeFileSync(join(folder, "mapping.yaml"), mapping);
  put("requirements.csv", "key,title", rows(size, (at) => `R-${number(at)},The system shall hold clause ${at + 1} of the agreement`));
  put("cases.csv", "key,title", rows(size, (at) => `C-${number(at)},Clause ${at + 1} is held under load`));
  const linked = (at) => (at % 10 === 9 ? [] : [at, at + 1, at + 2, (at * 7) % size].map((to) => to % size));
  put("links.csv", "requirement,case", rows(size, (at) => [...new Set(linked(at))].map((to) => `R-${number(at)},C-${number(to)}`)));
  const word = (at) => (at % 9 === 0 ? "FAILED" : "PASSED");
  put("results.csv", "case,status", rows(size, (at) => (at % 4 === 3 ? [] : [`C-${number(at)},${word(at)}`])));
}

/** Fills a workspace; says nothing when all went well. */
export function seed(program, address, size) {
  const folder = mkdtempSync(join(tmpdir(), "asterism-matrix-"));
  const run = (...words) => execFileSync(program, [...words, "--db", address], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    writeFiles(folder, size);
    run("project", "create", project, "--name", "A wide matrix");
    const files = ["requirements", "cases", "links", "results"].map((name) => join(folder, `${name}.csv`));
    run("import", "--project", project, "--map", join(folder, "mapping.yaml"), ...files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const [program, address, size = "2000"] = process.argv.slice(2);
  if (!program || !address) throw new Error("usage: node bench/matrixSeed.mjs <program> <address of the workspace> [size]");
  seed(program, address, Number(size));
}
