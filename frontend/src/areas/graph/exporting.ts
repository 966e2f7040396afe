import { lineOf } from "./Edges";
import { type Spot, size } from "./layout";
import { type Graph, lanes } from "./model";

/** Words that a picture carries along, so that it can be read without the page. */
export interface Captions {
  title: string;
  lanes: readonly string[];
  statusOf: (id: string) => string;
}

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

const cut = (text: string, most: number) =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text;

/** The whole graph as a picture of its own: nothing in it is loaded from elsewhere. Statuses stand there as words. */
export function svgOf(graph: Graph, spots: ReadonlyMap<string, Spot>, captions: Captions): string {
  const places = [...spots.values()];
  const top = Math.min(0, ...places.map(({ y }) => y)) - 64;
  const height = Math.max(0, ...places.map(({ y }) => y)) + size.height + 24 - top;
  const width = (lanes.length - 1) * size.lane + size.width + 48;
  const lines = [...graph.edges.values()].flatMap(({ from, to, state }) => {
    const [a, b] = [spots.get(from), spots.get(to)];
    if (!a || !b) return [];
    const dash = state === "SUSPECT" || state === "ORPHANED" ? ' stroke-dasharray="5 4"' : "";
    return [`<path d="${lineOf(a, b)}"${dash}/>`];
  });
  const boxes = [...graph.nodes.values()].flatMap((node) => {
    const spot = spots.get(node.id);
    if (!spot) return [];
    const round = node.kind === "execution" ? size.height / 2 : 6;
    return [
      `<g transform="translate(${spot.x} ${spot.y})"><rect width="${size.width}" height="${size.height}" rx="${round}"/>` +
        `<text x="12" y="18" font-weight="600">${safe(cut(`${node.key} · ${captions.statusOf(node.id)}`, 28))}</text>` +
        `<text x="12" y="35">${safe(cut(node.title, 30))}</text></g>`,
    ];
  });
  const heads = captions.lanes.map(
    (lane, i) => `<text x="${i * size.lane}" y="${top + 52}" font-weight="600">${safe(lane)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 ${top} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">` +
    `<rect x="-24" y="${top}" width="${width}" height="${height}" fill="#ffffff"/>` +
    `<text x="0" y="${top + 26}" font-size="14">${safe(captions.title)}</text>${heads.join("")}` +
    `<g fill="none" stroke="#7d8696" stroke-width="1.4">${lines.join("")}</g>` +
    `<g fill="#1a1f28" stroke="none"><g>${boxes.join("").replaceAll("<rect ", '<rect fill="#ffffff" stroke="#7d8696" ')}</g></g></svg>`
  );
}

/** A picture of dots out of one of lines, twice as fine as the screen asks for. */
export async function pngOf(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, refuse) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : refuse(new Error("no picture"))), "image/png"),
  );
}

/** Rows as a table that every spreadsheet reads. What it would take for a formula is made a text. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Gives a file to the person. */
export function hand(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content by the time it comes back here.
  queueMicrotask(() => URL.revokeObjectURL(address));
}
