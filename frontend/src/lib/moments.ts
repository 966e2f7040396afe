import type { Language } from "./words";

const styles: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }),
  "zh-CN": new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" }),
};

/** A moment as a reader of the language writes it, in the reader's own time zone: 23 Nov 2026, 02:14 or 2026-11-23 02:14. */
export function momentIn(language: Language, moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.valueOf()) ? moment : styles[language].format(date);
}

/** How long something took, in the largest unit that still says something; empty when it is unknown. */
export function lasted(milliseconds: number): string {
  if (milliseconds <= 0) return "";
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
