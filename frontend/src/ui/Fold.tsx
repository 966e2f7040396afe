import "./tree.css";

/** The handle of a branch: says what is below it, and whether it is shown. */
export function Fold({ open, label, toggle }: { open: boolean; label: string; toggle: () => void }) {
  return (
    <button type="button" className="fold" aria-expanded={open} aria-label={label} onClick={toggle}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
