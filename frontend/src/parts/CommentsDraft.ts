import { useEffect, useState } from "react";
import { recall, remember } from "../lib/remember";

const place = (id: string) => `asterism.draft.comment.${id}`;

/** What somebody writes about a thing: it survives a reload and a crash until it is sent. */
export function useDraft(id: string, start = ""): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ id, text: recall(place(id)) || start }));
  const now = draft.id === id ? draft : { id, text: recall(place(id)) || start };
  useEffect(() => {
    setDraft((old) => (old.id === id ? old : { id, text: recall(place(id)) || start }));
  }, [id, start]);
  return [
    now.text,
    (text) => {
      setDraft({ id, text });
      if (text === start || text === "") forget(id);
      else remember(place(id), text);
    },
  ];
}

/** Puts a draft away, when it was sent or given up. */
export function forget(id: string): void {
  try {
    window.localStorage.removeItem(place(id));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
