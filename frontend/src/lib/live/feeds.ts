import { useCallback, useSyncExternalStore } from "react";
import { Feed, type Liveness } from "./feed";

const feeds = new Map<string, Feed>();
/** How long a feed outlives the last view that used it, so that a walk from view to view keeps one stream. In milliseconds. */
const linger = 3_000;

/** The feed of a project: one for the whole page. */
export function feedOf(project: string): Feed {
  let feed = feeds.get(project);
  if (!feed) {
    feed = new Feed(project);
    feeds.set(project, feed);
  }
  return feed;
}

/** Lets the feed of a project end when nothing on the page uses it any more. */
export function leaveFeed(project: string): void {
  setTimeout(() => {
    const feed = feeds.get(project);
    if (!feed || feed.isUsed) return;
    feed.close();
    feeds.delete(project);
  }, linger);
}

/** Ends every feed. */
export function forgetFeeds(): void {
  for (const feed of feeds.values()) feed.close();
  feeds.clear();
}

/** How the page stands to the changes of the project that it shows; off when it shows none. */
export function useLiveness(project: string | null): Liveness {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (project === null) return () => undefined;
      const leave = feedOf(project).watch(changed);
      return () => {
        leave();
        leaveFeed(project);
      };
    },
    [project],
  );
  return useSyncExternalStore(subscribe, () => (project === null ? "off" : (feeds.get(project)?.state ?? "off")));
}
