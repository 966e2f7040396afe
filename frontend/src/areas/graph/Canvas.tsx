import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../../lib/words";
import { type Spot, size } from "./layout";
import { lanes } from "./model";
import { isSeen, type View, zoomed } from "./view";

/** What the canvas gives to whoever draws on it. */
export interface Looking {
  view: View;
  seen: (spot: Spot) => boolean;
  detail: 0 | 1 | 2;
}

interface Props {
  label: string;
  view: View;
  setView: (change: (view: View) => View) => void;
  room: { width: number; height: number };
  setRoom: (room: { width: number; height: number }) => void;
  pressed: (event: KeyboardEvent) => void;
  children: (looking: Looking) => ReactNode;
}

/** A plane that is moved by dragging and scrolling and grows under Ctrl with the wheel. What is far outside is not drawn. */
export function Canvas({ label, view, setView, room, setRoom, pressed, children }: Props) {
  const { say } = useWords();
  const plane = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    const element = plane.current;
    if (!element) return;
    const measure = () => setRoom({ width: element.clientWidth || 1024, height: element.clientHeight || 640 });
    measure();
    const watching = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(measure);
    watching?.observe(element);
    // React listens to the wheel passively, and a plane that scrolls must keep the page from scrolling as well.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      if (event.ctrlKey || event.metaKey) setView((now) => zoomed(now, Math.exp(-event.deltaY / 300), at));
      else setView((now) => ({ ...now, x: now.x - event.deltaX, y: now.y - event.deltaY }));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      watching?.disconnect();
      element.removeEventListener("wheel", wheel);
    };
  }, [setRoom, setView]);

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || (event.target as Element).closest("[data-node], button")) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  const move = (event: PointerEvent) => {
    if (dragging) setView((now) => ({ ...now, x: now.x + event.movementX, y: now.y + event.movementY }));
  };
  const seen = useCallback((spot: Spot) => isSeen(spot, view, room), [view, room]);
  const detail = view.zoom < 0.3 ? 0 : view.zoom < 0.6 ? 1 : 2;
  return (
    <div
      ref={plane}
      role="tree"
      aria-label={label}
      className={dragging ? "graph-canvas graph-canvas-dragged" : "graph-canvas"}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onKeyDown={pressed}
    >
      {lanes.map((lane, column) => (
        <div
          key={lane}
          className="graph-lane"
          aria-hidden="true"
          style={{
            transform: `translateX(${view.x + column * size.lane * view.zoom}px)`,
            width: size.width * view.zoom,
          }}
        >
          {say(`graph.${lane}`)}
        </div>
      ))}
      <div
        className="graph-plane"
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})` }}
        role="none"
      >
        {children({ view, seen, detail })}
      </div>
    </div>
  );
}
