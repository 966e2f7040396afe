import { describe, expect, it } from "vitest";
import { fakeServer } from "../../testing/fakeServer";
import { csv, exportLines } from "./csv";

const narrowed = { project: "PAY", rowText: "", columnText: "", gaps: false, linked: false };
const row = (at: number) => ({
  key: `R-${at}`,
  title: "Clause",
  contentVersion: 2,
  coverage: { status: "PASSED", cases: 1, passed: 1 },
});
const column = (at: number) => ({ key: `C-${at}`, title: "Case", contentVersion: 1, lastStatus: "PASSED" });
const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Stands in for a matrix of size × size with its diagonal set; windows of more rows than it allows are too full. */
function diagonal(size: number, allowed = 200, moment = () => 7) {
  return fakeServer(({ variables }) => {
    const { rowFrom, rowFirst, columnFrom, columnFirst } = variables as Record<string, number>;
    if ((rowFirst ?? 0) > allowed)
      return { body: { errors: [{ message: "full", extensions: { code: "COMPLEXITY_LIMIT_EXCEEDED" } }] } };
    const rows = numbers(rowFrom ?? 0, Math.min(size, (rowFrom ?? 0) + (rowFirst ?? 0)));
    const columns = numbers(columnFrom ?? 0, Math.min(size, (columnFrom ?? 0) + (columnFirst ?? 0)));
    const cells = rows.flatMap((at, place) =>
      columns.includes(at) && at > 0
        ? [
            {
              row: place,
              column: columns.indexOf(at),
              evidence: "PASSED",
              links: [{ id: "t", role: "VERIFIES", state: "VALID" }],
            },
          ]
        : [],
    );
    const matrix = { rowCount: size, columnCount: size, rows: rows.map(row), columns: columns.map(column), cells };
    return { body: { data: { snapshot: { cursor: "a", seq: moment() }, project: { matrix } } } };
  });
}

const read = (told: string[] = []) =>
  exportLines(narrowed, (done, total) => told.push(`${done}/${total}`), new AbortController().signal);

describe("an export of the matrix", () => {
  it("has a line for each link in every window, and one for a requirement without any", async () => {
    diagonal(450);
    const told: string[] = [];
    const { lines, isOneMoment } = await read(told);
    expect(lines).toHaveLength(450);
    expect(lines[0]).toEqual(["R-0", "Clause", "2", "PASSED", "", "", "", "", "", ""]);
    expect(lines[449]).toEqual(["R-449", "Clause", "2", "PASSED", "C-449", "Case", "1", "PASSED", "VERIFIES", "VALID"]);
    expect(told).toEqual(["200/450", "400/450", "450/450"]);
    expect(isOneMoment).toBe(true);
  });

  it("reads a window that is too full in halves, without losing or doubling a line", async () => {
    diagonal(130, 30);
    const { lines } = await read();
    expect(lines.map(([key]) => key)).toEqual(numbers(0, 130).map((at) => `R-${at}`));
  });

  it("tells when its windows are of different moments", async () => {
    let seq = 0;
    diagonal(300, 200, () => seq++);
    expect((await read()).isOneMoment).toBe(false);
  });

  it("quotes what has to be, and lets no spreadsheet take a title for a formula", () => {
    expect(csv([["a,b", 'say "x"', "=1+1", "两\n行"]])).toBe('\uFEFF"a,b","say ""x""",\'=1+1,"两\n行"\r\n');
  });
});
