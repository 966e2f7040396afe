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
