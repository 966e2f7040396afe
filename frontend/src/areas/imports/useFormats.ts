import { useEffect, useState } from "react";
import type { Formats } from "../../lib/importTypes";
import { readFormats } from "../../lib/upload";

/** What the server reads; null until it said so, and when it does not, which sending files will tell in words. */
export function useFormats(project: string): Formats | null {
  const [formats, setFormats] = useState<Formats | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    readFormats(project, asking.signal).then(setFormats, () => {});
    return () => asking.abort();
  }, [project]);
  return formats;
}
