import "./tree.css";

/** The handle of a branch: says what is below it, and whether it is shown. */
export function Fold(props: { open: boolean; label: string; toggle: () => void; tabIndex?: number }) {
  const { open, label, toggle, tabIndex } = props;
  return (
    <button type="button" className="fold" aria-expanded={open} aria-label={label} onClick={toggle} tabIndex={tabIndex}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
