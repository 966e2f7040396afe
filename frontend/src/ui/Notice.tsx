import type { ReactNode } from "react";
import "./Notice.css";

/** A place with nothing to list: what is so, and what to do next. Errors are announced at once. */
export function Notice({ title, error = false, children }: { title: string; error?: boolean; children?: ReactNode }) {
  return (
    <div className={error ? "notice notice-error" : "notice"} role={error ? "alert" : undefined}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A sentence that stands in while an answer is on its way. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <p className="waiting" role="status">
      {children}
    </p>
  );
}

/** A line for a terminal; one click selects it whole. */
export function Command({ children }: { children: string }) {
  return <code className="command">{children}</code>;
}
