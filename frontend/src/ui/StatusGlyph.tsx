import type { ReactNode } from "react";

const mark = { fill: "none", stroke: "var(--on-fill)", strokeWidth: 1.6, strokeLinecap: "round" as const };
const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.6 };

/** Circles are evidence, squares bad news, the hourglass asks for a decision: the shape speaks before the colour does. */
const shapes: Record<string, ReactNode> = {
  PASSED: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5 8.2 2.1 2.1L11 6" {...mark} />
    </>
  ),
  FAILED: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" {...mark} />
    </>
  ),
  PARTIAL: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  STALE: <path d="M4 2h8M4 14h8M5 2c0 4 6 8 6 12M11 2c0 4-6 8-6 12" {...line} />,
  NOT_RUN: <circle cx="8" cy="8" r="6" {...line} />,
  UNCOVERED: <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.4 2.4" />,
};

const unknown = (
  <>
    <circle cx="8" cy="8" r="6.2" {...line} strokeWidth={1.2} />
    <path d="M6.4 6.6c0-2.2 3.3-2.2 3.3 0 0 1.4-1.7 1.4-1.7 2.8M8 11.4v.2" {...line} strokeWidth={1.3} />
  </>
);

/** The shape of a status. It is decoration: the word beside it carries the meaning. */
export function StatusGlyph({ status }: { status: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[status] ?? unknown}
    </svg>
  );
}
