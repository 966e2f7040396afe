// Writes the typed form of every operation: src/**/operations.graphql becomes gen/operations.ts beside it, with the exact type of
// each answer taken from the schema of the server. With --check nothing is written and a difference is an error, so that a change
// of the schema cannot pass by a page that still asks the old question. A folder such as src/areas/graph writes only what is in it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildASTSchema, concatAST, Kind, NoUnusedFragmentsRule, parse, specifiedRules, validate } from "graphql";
import { writeModule } from "./types.mjs";

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const repository = dirname(frontend);

/** The schema as the server's own text files state it. */
export function readSchema() {
  const areas = join(repository, "graph/schema");
  const files = readdirSync(areas).filter((name) => name.endsWith(".graphqls"));
  const texts = [join(repository, "schema.graphqls"), ...files.map((name) => join(areas, name))];
  const document = concatAST(texts.map((file) => parse(readFileSync(file, "utf8"))));
  return buildASTSchema(document, { assumeValidSDL: true });
}

/** Every file of operations with its document, and all fragments of the page by name. */
export function readOperations(only) {
  const shared = (file) => relative(frontend, file).startsWith("src/parts/");
  const files = filesBelow(join(frontend, "src"))
    .filter((file) => !only || shared(file) || relative(frontend, file).startsWith(only))
    .sort();
  const documents = files.map((file) => ({ file, document: parse(readFileSync(file, "utf8")) }));
  const fragments = new Map();
  for (const { file, document } of documents) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, { definition, file });
    }
  }
  return { documents, fragments };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name === "operations.graphql" ? [path] : [];
  });
}

/** What every gen/operations.ts has to hold, or throws with all that the schema does not allow. */
export function generate(only) {
  const schema = readSchema();
  const { documents: all, fragments } = readOperations(only);
  const documents = all.filter(({ file }) => !only || relative(frontend, file).startsWith(only));
  const rules = only ? specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule) : specifiedRules;
  const wrong = validate(schema, concatAST(all.map(({ document }) => document)), rules).map((error) => {
    const names = error.nodes?.[0]?.loc?.startToken;
    return `${error.message}${names ? ` (line ${names.line})` : ""}`;
  });
  if (wrong.length > 0) throw new Error(`The schema does not allow what the page asks:\n  ${wrong.join("\n  ")}`);
  return documents.map(({ file, document }) => ({
    file: join(dirname(file), "gen/operations.ts"),
    text: writeModule({ schema, document, fragments, file, library: join(frontend, "src/lib/operation") }),
  }));
}

function main(check, only) {
  const stale = [];
  for (const { file, text } of generate(only)) {
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    if (check) {
      stale.push(relative(frontend, file));
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (stale.length > 0)
    throw new Error(`Not up to date, write them with \`npm run generate\`:\n  ${stale.join("\n  ")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(
      process.argv.includes("--check"),
      process.argv.find((word) => word.startsWith("src/")),
    );
  } catch (cause) {
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
  }
}
