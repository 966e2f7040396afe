/**
 * Where the page runs. This is the only file that knows of Wails: everything else asks here.
 */

/** True in the desktop window, false in a browser. Decided by the address, since Wails adds its scripts to the first page only. */
export function isDesktop(at: Pick<Location, "protocol" | "hostname"> = window.location): boolean {
  return at.protocol === "wails:" || at.hostname === "wails.localhost";
}

/** How the page introduces itself to the server: a header no foreign page can send unasked, and a word for the server's log. */
export function clientName(): string {
  return isDesktop() ? "desktop" : "web";
}

/** False where an answer is handed to the page only when it is complete, as the window on Windows does it. */
export function canStream(at: Pick<Location, "hostname"> = window.location): boolean {
  return at.hostname !== "wails.localhost";
}

/** A workspace that the window can open: a file of this machine or a team server. */
export interface Workspace {
  kind: "local" | "server";
  address: string;
}

/** What the window tells about itself. */
export interface WindowState {
  now: { kind: "" | Workspace["kind"]; address: string };
  demo: Workspace;
  recent: Workspace[];
  /** A place that a link asked for before the page was there; told once. */
  address: string;
}

/** What the window does for the page; desktop/bridge.go has each word of it. */
export interface Bridge {
  State(): Promise<WindowState>;
  Open(kind: Workspace["kind"], address: string): Promise<void>;
  /** True when the token lies in the keyring, false when it lies in a file that only the user can read. */
  Connect(address: string, token: string): Promise<boolean>;
  Forget(kind: Workspace["kind"], address: string): Promise<void>;
  /** The path that was chosen; empty when none was. */
  Choose(fresh: boolean): Promise<string>;
  Save(name: string, content: string): Promise<boolean>;
}

interface Wails {
  go?: { desktop?: { Bridge?: Bridge } };
  runtime?: { EventsOn(name: string, heard: (word: string) => void): () => void };
}

const wails = window as unknown as Wails;

/** The window's side, or null in a browser. */
export function bridge(): Bridge | null {
  return wails.go?.desktop?.Bridge ?? null;
}

/** Runs what is chosen in the native menu, by the id of desktop/menu.go; ends with what it returns. */
export function registerMenu(run: (id: string) => void): () => void {
  return wails.runtime?.EventsOn("command", run) ?? (() => undefined);
}

/** Follows asterism:// links: the one that started the window and every one after. The window has checked them; ends with what it returns. */
export function followLinks(show: (address: string) => void): () => void {
  void bridge()
    ?.State()
    .then(({ address }) => address && show(address));
  return wails.runtime?.EventsOn("open", show) ?? (() => undefined);
}
