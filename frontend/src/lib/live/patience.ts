/** The shortest and the longest back-off, in milliseconds. */
const shortest = 500;
const longest = 30_000;

/**
 * How long to wait before trying again: anything up to a bound that doubles with every failure. The whole of it is left to
 * chance, so that the pages that one restart cut off do not all come back in the same moment.
 */
export function backOff(failures: number, chance: () => number = Math.random): number {
  return chance() * Math.min(longest, shortest * 2 ** failures);
}

/** Waits; an abort ends it early and quietly. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
