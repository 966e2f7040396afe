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
  ERROR: (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.6v4M8 11v.2" {...mark} />
    </>
  ),
  BLOCKED: (
    <>
      <path d="M4.5 1.5h7L15 8l-3.5 6.5h-7L1 8z" fill="currentColor" />
      <path d="M5 8h6" {...mark} />
    </>
  ),
  IN_PROGRESS: (
    <>
      <circle cx="8" cy="8" r="6" {...line} strokeOpacity="0.35" />
      <path d="M8 2a6 6 0 0 1 6 6" {...line} strokeWidth={2.2} />
    </>
  ),
  SKIPPED: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="m5.4 5.6 2.2 2.4-2.2 2.4m3.2-4.8L10.8 8l-2.2 2.4" {...line} strokeWidth={1.2} />
    </>
  ),
  INCONCLUSIVE: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" {...line} strokeWidth={1.2} />
      <path d="M6.6 6.8c0-1.9 2.9-1.9 2.9 0 0 1.2-1.5 1.2-1.5 2.4M8 11v.2" {...line} strokeWidth={1.2} />
    </>
  ),
  NOT_APPLICABLE: <path d="M3 8h10" {...line} />,
  WAIVED: <path d="M4 15V2h8l-2 3 2 3H4" {...line} />,
  SUSPECT: (
    <>
      <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
      <path d="M8 6v3.6M8 11.9v.2" {...mark} />
    </>
  ),
  VALID: (
    <path d="M6.5 9.5 9.5 6.5M7 4.5 9 2.6a3 3 0 0 1 4.3 4.3L11.5 9M9 11.5l-1.9 1.9a3 3 0 0 1-4.3-4.3L4.5 7" {...line} />
  ),
  ORPHANED: (
    <path
      d="M7 4.5 9 2.6a3 3 0 0 1 4.3 4.3L11.5 9M9 11.5l-1.9 1.9a3 3 0 0 1-4.3-4.3L4.5 7M5 2v2M2 5h2m7 9v-2m3-1h-2"
      {...line}
    />
  ),
  OPEN: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
    </>
  ),
  CLOSED: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.8" {...line} />
    </>
  ),
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
