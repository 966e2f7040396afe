// Follows the changes of a project by server-sent events: node sse.mjs http://127.0.0.1:8080 PAY changes.jsonl
import { createClient } from "graphql-sse";
import { backOff, openMirror, refused, startOf } from "./mirror.mjs";

const [server, project, path] = process.argv.slice(2);
const mirror = openMirror(path);

const query = `subscription ($project: String!, $after: ChangeCursor) {
  changes(project: $project, after: $after) { op seq cursor entityType entityKey envelope } }`;
// When the client connects again it sends this object as it is then, so it always holds the newest place.
const variables = { project, after: mirror.cursor ?? (await startOf(server, project)) };

const client = createClient({ url: `${server}/graphql`, retryAttempts: Number.POSITIVE_INFINITY, retry: backOff });

for (;;) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) refused(errors);
    const change = data.changes;
    if (change.envelope) { // READY and BOOKMARK only move the place
      mirror.append(change.envelope);
      console.log(change.seq, change.op, change.entityType, change.entityKey ?? "");
    }
    variables.after = change.cursor;
  }
  await backOff(0); // the server ended the stream because it stops; it goes on when there is one again
}
