// Makes a workspace with 100,000 requirements by importing a generated table through the program, as anybody would.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const chapters = 100;
const perChapter = 1000;

/** Keys of the chapters, which unfold to all rows. */
export const chapterKeys = Array.from({ length: chapters }, (_, at) => `R-${at * perChapter + 1}`);
/** How many requirements there are in all. */
export const total = chapters * perChapter;

/** Writes the table and imports it into a database of its own below the folder; answers the address of the database. */
export function seed(program, folder) {
  const db = `sqlite:${join(folder, "tree.db")}`;
  const table = join(folder, "in");
  mkdirSync(table, { recursive: true });
  const lines = ["key,title,parent"];
  for (let n = 1; n <= total; n++) {
    const chapter = `R-${Math.floor((n - 1) / perChapter) * perChapter + 1}`;
    lines.push(`R-${n},The product keeps rule ${n} of the book,${chapter === `R-${n}` ? "" : chapter}`);
  }
  writeFileSync(join(table, "requirements.csv"), `${lines.join("\n")}\n`);
  const mapping = join(folder, "mapping.yaml");
  const columns = "{key: key, title: title, parent: parent}";
  writeFileSync(
    mapping,
    `files:\n  - match: requirements.csv\n    records:\n      - {record: requirement, columns: ${columns}}\n`,
  );
  const run = (...words) => execFileSync(program, [...words, "--db", db], { stdio: ["ignore", "ignore", "inherit"] });
  run("project", "create", "BIG", "--name", "A big project");
  run("import", table, "--project", "BIG", "--map", mapping);
  return db;
}
