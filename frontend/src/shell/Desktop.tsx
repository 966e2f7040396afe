import { type ReactNode, useEffect, useState } from "react";
import { ConnectPage } from "../areas/connect";
import { bridge, followLinks, registerMenu } from "../lib/platform";
import { goBack, goTo } from "../lib/walk";

/** Begins anew, since everything that the page keeps is of the workspace before. */
function startOver(): void {
  window.location.hash = "#/";
  window.location.reload();
}

/**
 * What the window adds around the page: which workspace is open, what the native menu wants, and the links that other programs
 * follow. In a browser it is the page and nothing else.
 */
export function Desktop({ children }: { children: ReactNode }) {
  const there = bridge();
  const [isChoosing, setChoosing] = useState(false);
  const [isKnown, setKnown] = useState(there === null);
  useEffect(() => {
    if (!there) return undefined;
    void there.State().then(({ now }) => {
      setChoosing(now.kind === "");
      setKnown(true);
    });
    const run: Record<string, () => void> = {
      "workspace.choose": () => setChoosing(true),
      "workspace.new": () => setChoosing(true),
      "workspace.open": () => setChoosing(true),
      "go.back": goBack,
      "go.forward": () => window.history.forward(),
      "go.projects": () => goTo({ project: null }),
      "view.reload": () => window.location.reload(),
      "help.keys": () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true })),
    };
    const leaveMenu = registerMenu((id) => run[id]?.());
    const leaveLinks = followLinks((address) => {
      window.location.hash = `#${address}`;
    });
    return () => {
      leaveMenu();
      leaveLinks();
    };
  }, [there]);
  if (!isKnown) return null;
  if (isChoosing) {
    return (
      <main id="content">
        <ConnectPage arrive={startOver} />
      </main>
    );
  }
  return children;
}
