import { currentPath, hrefOf, type Params, type Place, placeOf } from "./address";

/** One thing that the walk came through, with the words it goes by. */
export interface Step {
  place: Place;
  label: string;
}

/** What the history keeps beside an address: how far from the beginning, and the things walked through to get there. */
interface Entry {
  index: number;
  trail: Step[];
}

interface View {
  scroll: number;
  panes: Record<string, number>;
  focus: string | null;
}

const longest = 8;
const views = new Map<number, View>();
const labels = new Map<string, string>();
let shown = 0;

function entry(): Entry {
  const state = window.history.state as Partial<Entry> | null;
  return { index: state?.index ?? 0, trail: state?.trail ?? [] };
}

/** The things walked through before the one that is shown, oldest first. */
export function trail(): Step[] {
  return entry().trail;
}

/** Names the thing that is shown, for breadcrumbs and the title of the page. */
export function nameHere(label: string): void {
  labels.set(currentPath(), label);
  document.title = `${label} · Asterism`;
}

/** Goes to a place without loading the page again. A thing is added to the trail; a list or another project begins a new one. */
export function goTo(place: Place, params?: Params): void {
  const path = currentPath();
  const here = placeOf(path);
  const from = entry();
  let steps: Step[] = [];
  if (place.key && here.project === place.project) {
    const last = here.key ? [{ place: here, label: labels.get(path) ?? here.key }] : [];
    steps = [...from.trail, ...last];
    const again = steps.findIndex((step) => hrefOf(step.place) === hrefOf(place));
    if (again >= 0) steps = steps.slice(0, again);
  }
  keepView();
  shown = from.index + 1;
  views.delete(shown);
  window.history.pushState({ index: shown, trail: steps.slice(-longest) } satisfies Entry, "", hrefOf(place, params));
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
}

/** Back to where the walk came from; from an address opened directly, up to the list that holds the thing. */
export function goBack(): void {
  const { project, section, key } = placeOf(currentPath());
  if (entry().index > 0) window.history.back();
  else if (key) goTo({ project, ...(section ? { section } : {}) });
}

function keepView(): void {
  const panes: Record<string, number> = {};
  for (const pane of document.querySelectorAll<HTMLElement>("[data-scroll]")) {
    panes[pane.dataset.scroll ?? ""] = pane.scrollTop;
  }
  const focus = document.activeElement?.closest("a")?.getAttribute("href") ?? null;
  views.set(shown, { scroll: window.scrollY, panes, focus });
}

/** Tries to put scroll and focus where they were; false while what they stood on is not drawn yet. */
function restore({ scroll, panes, focus }: View): boolean {
  const link = [...document.querySelectorAll<HTMLElement>("main a")].find((a) => a.getAttribute("href") === focus);
  if (focus !== null && !link) return false;
  link?.focus({ preventScroll: true });
  for (const pane of document.querySelectorAll<HTMLElement>("[data-scroll]")) {
    pane.scrollTop = panes[pane.dataset.scroll ?? ""] ?? 0;
  }
  window.scrollTo(0, scroll);
  return true;
}

/** A new place begins at its heading, unless the row that was followed is still there and keeps the focus. */
function arrive(): boolean {
  const heading = document.querySelector<HTMLElement>("main [data-arrive]");
  if (!heading) return false;
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
  return true;
}

/** Keeps and restores scroll and focus over Back and Forward for as long as the page lives. Call once; ends with what it returns. */
export function keepPlaces(): () => void {
  shown = entry().index;
  let last = { index: shown, path: currentPath() };
  window.history.scrollRestoration = "manual";
  let frame = 0;
  const moved = () => {
    const { index } = entry();
    const path = currentPath();
    if (index === last.index && path === last.path) return; // the address says more of the same place: nothing moves
    if (index !== shown) keepView();
    shown = index;
    last = { index, path };
    const view = views.get(index);
    if (!view) window.scrollTo(0, 0);
    cancelAnimationFrame(frame);
    let tries = 120;
    const attempt = () => {
      const done = view ? restore(view) : arrive();
      if (!done && tries-- > 0) frame = requestAnimationFrame(attempt);
    };
    frame = requestAnimationFrame(attempt);
  };
  // Captured, so that the old view is kept before anything draws the new one over it.
  window.addEventListener("popstate", moved, true);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("popstate", moved, true);
  };
}
