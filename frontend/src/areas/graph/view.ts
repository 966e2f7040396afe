import { type Spot, size } from "./layout";

/** How the canvas is looked at: what is moved by, and how large everything is. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** Bounds of the zoom; below the first nothing can be read any more. */
export const zooms = { least: 0.2, most: 2 };

/** The view in which everything fits into a room, never larger than life. */
export function fitInto(spots: Iterable<Spot>, room: { width: number; height: number }): View {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + size.width);
    bottom = Math.max(bottom, y + size.height);
  }
  if (left === Number.POSITIVE_INFINITY) return { x: 24, y: 48, zoom: 1 };
  const margin = 24;
  const zoom = Math.min(1, (room.width - 2 * margin) / (right - left), (room.height - 3 * margin) / (bottom - top));
  const bounded = Math.max(zooms.least, zoom);
  return { x: margin - left * bounded, y: 2 * margin - top * bounded, zoom: bounded };
}

/** The view after a zoom about a point of the canvas, which stays where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const zoom = Math.min(zooms.most, Math.max(zooms.least, view.zoom * factor));
  const by = zoom / view.zoom;
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, zoom };
}

/** Whether a spot is seen, or nearly so. */
export function isSeen({ x, y }: Spot, view: View, room: { width: number; height: number }): boolean {
  const margin = 200;
  const left = view.x + x * view.zoom;
  const top = view.y + y * view.zoom;
  return (
    left + size.width * view.zoom > -margin &&
    left < room.width + margin &&
    top + size.height * view.zoom > -margin &&
    top < room.height + margin
  );
}

/** The view that shows a spot, moved as little as is needed. */
export function toward(view: View, { x, y }: Spot, room: { width: number; height: number }): View {
  const margin = 24;
  const left = view.x + x * view.zoom;
  const top = view.y + y * view.zoom;
  const right = left + size.width * view.zoom;
  const bottom = top + size.height * view.zoom;
  let { x: dx, y: dy } = view;
  if (left < margin) dx += margin - left;
  else if (right > room.width - margin) dx -= right - room.width + margin;
  if (top < 2 * margin) dy += 2 * margin - top;
  else if (bottom > room.height - margin) dy -= bottom - room.height + margin;
  return dx === view.x && dy === view.y ? view : { ...view, x: dx, y: dy };
}
