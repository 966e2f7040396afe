import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../../lib/keys";
import { goTo } from "../../lib/walk";
import { useWords } from "../../lib/words";
import { Canvas } from "./Canvas";
import { Edges } from "./Edges";
import { addressKey } from "./GraphList";
import { type Spot, size } from "./layout";
import { More } from "./More";
import { type Edge, type Graph, neighbours, type Part } from "./model";
import { NodeBox } from "./NodeBox";
import { stepFrom } from "./paths";
import { sectionOf } from "./root";
import { fitInto, toward, type View, zoomed } from "./view";

interface Props {
  project: string;
  graph: Graph;
  start: string;
  name: string;
  edges: readonly Edge[];
  spots: ReadonlyMap<string, Spot>;
  path: readonly string[];
  open: ReadonlySet<string>;
  busy: ReadonlySet<string>;
  toggle: (id: string) => void;
  more: (part: Part) => void;
}

const arrows: Record<string, "left" | "right" | "up" | "down"> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The picture: chosen is what the keyboard stands on, and the view follows it. */
export function GraphCanvas(props: Props) {
  const { say } = useWords();
  const { graph, spots, path, start, project } = props;
  const [view, setView] = useState<View>({ x: 24, y: 48, zoom: 1 });
  const [room, setRoom] = useState({ width: 1024, height: 640 });
  const [wish, setWish] = useState(start);
  const chosen = graph.nodes.has(wish) ? wish : start;
  const came = useRef<string[]>([]);
  const fitted = useRef(false);

  const fitAll = useCallback(() => {
    setView(fitInto(spots.values(), room));
    return true;
  }, [spots, room]);
  useEffect(() => {
    if (fitted.current || spots.size === 0) return;
    fitted.current = true;
    setView(fitInto(spots.values(), room));
  }, [spots, room]);

  const choose = useCallback((id: string) => {
    came.current = [...came.current.filter((one) => one !== id), id].slice(-50);
    setWish(id);
  }, []);
  const walk = (id: string | null) => {
    const spot = id ? spots.get(id) : undefined;
    if (!id || !spot) return false;
    choose(id);
    setView((now) => toward(now, spot, room));
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true }),
    );
    return true;
  };
  const follow = useCallback(
    (id: string) => {
      const node = graph.nodes.get(id);
      if (node) goTo({ project, section: sectionOf[node.kind], key: addressKey(node) });
    },
    [graph, project],
  );
  const middle = { x: room.width / 2, y: room.height / 2 };
  useKeys(["f"], "graph.keys.fit", fitAll);
  useKeys(["e"], "graph.keys.expand", () => {
    props.toggle(chosen);
    return true;
  });
  const zoom = (factor: number) => {
    setView((now) => zoomed(now, factor, middle));
    return true;
  };
  useKeys(["+", "="], "graph.in", () => zoom(1.25));
  useKeys(["-"], "graph.out", () => zoom(0.8));
  const pressed = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    walk(stepFrom(graph, spots, chosen, arrow, came.current));
  };

  const onPath = useMemo(() => new Set(path), [path]);
  const pathEdges = useMemo(
    () => new Set(path.slice(1).flatMap((id, i) => [`${path[i]} ${id}`, `${id} ${path[i]}`])),
    [path],
  );
  const [firstOnPath] = path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another path moves the view.
  useEffect(() => {
    if (firstOnPath) walk(path.at(-1) ?? null);
  }, [path]);

  return (
    <Canvas
      label={say("graph.help", { key: props.name })}
      view={view}
      setView={setView}
      room={room}
      setRoom={setRoom}
      pressed={pressed}
    >
      {({ seen, detail }) => (
        <>
          <Edges edges={props.edges} spots={spots} path={pathEdges} seen={seen} />
          {[...graph.nodes.values()].map((node) => {
            const spot = spots.get(node.id);
            if (!spot || !(seen(spot) || node.id === chosen)) return null;
            return (
              <NodeBox
                key={node.id}
                node={node}
                spot={spot}
                chosen={node.id === chosen}
                onPath={onPath.has(node.id)}
                faded={onPath.size > 0 && !onPath.has(node.id)}
                open={props.open.has(node.id) || node.id === start}
                busy={props.busy.has(node.id)}
                detail={detail}
                relations={neighbours(graph, node.id).length}
                choose={choose}
                follow={follow}
                toggle={props.toggle}
              />
            );
          })}
          {[...graph.parts.values()].map((part) => {
            const spot = spots.get(part.of);
            if (!part.after || part.total <= part.shown.length || !spot || !seen(spot)) return null;
            return (
              <More
                key={`${part.of} ${part.branch}`}
                part={part}
                of={graph.nodes.get(part.of)?.key ?? ""}
                busy={props.busy.has(`${part.of} ${part.branch}`)}
                more={props.more}
                at={{ x: spot.x + size.width + 8, y: spot.y + size.height - 14 }}
              />
            );
          })}
        </>
      )}
    </Canvas>
  );
}
