import { useEffect, useRef, useState } from "react";
import { type Block, layOut, type Spot } from "./layout";
import type { Laid, Wanted } from "./layout.worker";
import type { Edge } from "./model";

/** Places for blocks, computed beside the page so that it never stands still; where there is no such helper, in the page. */
export function useLayout(blocks: readonly Block[], edges: readonly Edge[]): ReadonlyMap<string, Spot> {
  const [spots, setSpots] = useState<ReadonlyMap<string, Spot>>(new Map());
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const last = useRef<ReadonlyMap<string, Spot>>(spots);

  useEffect(() => {
    if (typeof Worker === "undefined") return;
    const made = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    made.onmessage = ({ data }: MessageEvent<Laid>) => {
      if (data.turn !== turn.current) return; // a later question is under way
      last.current = new Map(data.spots);
      setSpots(last.current);
    };
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    turn.current++;
    const inPage = () => {
      last.current = layOut(blocks, edges, last.current);
      setSpots(last.current);
    };
    const helper = worker.current;
    if (!helper) {
      inPage();
      return;
    }
    helper.onerror = inPage; // a window that runs no helpers still shows its graph
    const wanted: Wanted = {
      turn: turn.current,
      blocks: [...blocks],
      edges: edges.map(({ from, to }) => ({ from, to })),
      before: [...last.current],
    };
    helper.postMessage(wanted);
  }, [blocks, edges]);

  return spots;
}
