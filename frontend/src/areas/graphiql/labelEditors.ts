/** Names the text fields of GraphiQL's editors after the parts they stand in, since the editor itself gives them no name. */
function label(inside: ParentNode): void {
  for (const field of inside.querySelectorAll(".CodeMirror textarea:not([aria-label])")) {
    const name = field.closest("[aria-label]")?.getAttribute("aria-label");
    if (name) field.setAttribute("aria-label", name);
  }
}

/** Labels the editors that stand in `root` and those that load later; returns how to stop watching. */
export function labelEditors(root: HTMLElement): () => void {
  label(root);
  const watcher = new MutationObserver(() => label(root));
  watcher.observe(root, { childList: true, subtree: true });
  return () => watcher.disconnect();
}
