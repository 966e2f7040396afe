/** A stretch of text that both versions share, or that only one has. */
export interface Piece {
  text: string;
  in: "both" | "before" | "after";
}

/** Texts beyond this many words are compared as wholes: nobody reads such a difference word by word. */
const most = 2000;

/** Words, single Han letters, spaces and marks, each on its own. */
function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

/** What changed between two texts, word by word, by their longest common run of words. */
export function wordDiff(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > most || b.length > most) return joined([piece(before, "before"), piece(after, "after")]);
  const common = lengths(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push(piece(a[i], "both"));
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      pieces.push(piece(a[i++], "before"));
    } else {
      pieces.push(piece(b[j++], "after"));
    }
  }
  return joined(pieces);
}

const piece = (text: string | undefined, where: Piece["in"]): Piece => ({ text: text ?? "", in: where });
const at = (table: Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** table[i][j] is the length of the longest common run of a from i and b from j. */
function lengths(a: string[], b: string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const next of pieces) {
    if (next.text === "") continue;
    const last = out.at(-1);
    if (last?.in === next.in) last.text += next.text;
    else out.push({ ...next });
  }
  return out;
}
