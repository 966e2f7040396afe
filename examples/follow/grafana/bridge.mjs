// Shows executions on a Grafana wall display as they finish:
//   GRAFANA=http://127.0.0.1:3000 TOKEN=glsa_… node bridge.mjs http://127.0.0.1:8080 PAY
// Grafana Live takes lines of the Influx protocol and gives them to all panels that listen to stream/asterism/….
import { createClient } from "graphql-sse";

const [server, project] = process.argv.slice(2);
const push = `${process.env.GRAFANA}/api/live/push/asterism`;
const headers = { authorization: `Bearer ${process.env.TOKEN}`, "content-type": "text/plain" };

const query = `subscription ($project: String!, $after: ChangeCursor) {
  executionFinished(project: $project, after: $after) { op cursor status
    execution { durationMs testCase { key } build { name } environment { name } } } }`;
const variables = { project }; // from now on; then the place of the last message, also when the client connects again

const wait = (attempts) => new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** attempts, 30_000) * (0.5 + Math.random() / 2)));
const text = (value) => `"${String(value ?? "").replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
const totals = { PASSED: 0, FAILED: 0, ERROR: 0 };

function lines({ status, execution }) {
  totals[status] = (totals[status] ?? 0) + 1;
  const at = `${Date.now()}000000`; // when it was told, since panels show the last minutes
  const shown = [
    `case=${text(execution?.testCase?.key)}`, `status=${text(status)}`, `build=${text(execution?.build?.name)}`,
    `environment=${text(execution?.environment?.name)}`, `duration_ms=${execution?.durationMs ?? 0}i`,
  ];
  const counted = Object.entries(totals).map(([name, count]) => `${name.toLowerCase()}=${count}i`);
  return `executions ${shown.join()} ${at}\ntotals ${counted.join()} ${at}\n`;
}

async function send(body) {
  for (let attempts = 0; ; attempts++) {
    try {
      const response = await fetch(push, { method: "POST", headers, body });
      if (response.ok) return;
      if (response.status === 401 || response.status === 403) throw new Error("Grafana refuses the token");
      console.error(`Grafana answers ${response.status}`);
    } catch (problem) {
      if (problem.message === "Grafana refuses the token") throw problem;
      console.error(`Grafana does not answer: ${problem.message}`);
    }
    await wait(attempts);
  }
}

const client = createClient({ url: `${server}/graphql`, retryAttempts: Number.POSITIVE_INFINITY, retry: wait });
for (;;) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
    const news = data.executionFinished;
    if (news.op === "READY") console.log("ready");
    else if (news.op !== "BOOKMARK") await send(lines(news));
    variables.after = news.cursor;
  }
  await wait(0);
}
