// The measure of the matrix: as many rows and columns of the same size, virtual both ways, and nothing in them but their place.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { createRoot } from "react-dom/client";
import { columnWidth, rowHeight } from "../src/areas/matrix/sizes";

const size = 2_000;

function Bare() {
  const place = useRef<HTMLDivElement>(null);
  const shared = { count: size, getScrollElement: () => place.current, overscan: 6 };
  const lines = useVirtualizer({ ...shared, estimateSize: () => rowHeight });
  const heads = useVirtualizer({ ...shared, horizontal: true, estimateSize: () => columnWidth });
  return (
    <div ref={place} data-grid style={{ height: "70vh", overflow: "auto", contain: "strict" }}>
      <div style={{ position: "relative", width: heads.getTotalSize(), height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) =>
          heads.getVirtualItems().map((head) => (
            <div
              key={`${line.index} ${head.index}`}
              style={{
                position: "absolute",
                top: 0,
                left: 0,
                width: columnWidth,
                height: rowHeight,
                transform: `translate(${head.start}px, ${line.start}px)`,
              }}
            >
              {line.index}
            </div>
          )),
        )}
      </div>
    </div>
  );
}

createRoot(document.getElementById("root") as HTMLElement).render(<Bare />);
