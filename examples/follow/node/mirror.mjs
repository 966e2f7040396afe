// A file of changes, a line each. The last whole line says where to go on, so a change and the place behind it are written
// at once: whenever the program is ended, nothing is lost and nothing stands there twice.
import { fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";

const tailSize = 4 << 20; // bytes; a change is far shorter

export function openMirror(path) {
  const file = openSync(path, "a+");
  const size = fstatSync(file).size;
  const tail = Buffer.alloc(Math.min(size, tailSize));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf("\n") + 1;
  ftruncateSync(file, size - tail.length + end); // half a line was never written, as far as we know
  const last = tail.subarray(end > 1 ? tail.lastIndexOf("\n", end - 2) + 1 : 0, end).toString();
  return {
    cursor: last ? JSON.parse(last).cursor : null,
    append: (envelope) => writeSync(file, `${envelope}\n`),
  };
}

// The place in front of all changes that are kept, for a file that is still empty.
export async function startOf(server, project) {
  const query = "query ($project: String!) { project(key: $project) { feed { start } } }";
  const response = await fetch(`${server}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { project } }),
  });
  const { data } = await response.json();
  if (!data?.project) throw new Error(`there is no project ${project}`);
  return data.project.feed.start;
}

// How long to wait before the next attempt: half a second at first, half a minute at most, half of it by chance.
export function backOff(attempts) {
  const whole = Math.min(500 * 2 ** attempts, 30_000);
  return new Promise((resolve) => setTimeout(resolve, whole / 2 + (Math.random() * whole) / 2));
}

// What the server refuses needs a person: most often a new snapshot. The message says what.
export function refused(errors) {
  for (const { message, extensions } of errors) console.error(`${extensions?.code}: ${message}`);
  process.exit(1);
}
