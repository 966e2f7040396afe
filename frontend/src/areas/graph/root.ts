import type { Section } from "../../lib/address";
import { type Kind, lanes } from "./model";

/** What the graph begins at: a kind with the key of a thing, or with the id of an execution. */
export interface Root {
  kind: Kind;
  key: string;
}

/** Reads `requirement:R-41` out of the address; null when it says nothing that can be begun at. */
export function rootOf(text: string | undefined): Root | null {
  const at = text?.indexOf(":") ?? -1;
  const kind = lanes.find((lane) => lane === text?.slice(0, at));
  const key = text?.slice(at + 1) ?? "";
  return kind && key ? { kind, key } : null;
}

/** What an address says of a root. */
export function rootText({ kind, key }: Root): string {
  return `${kind}:${key}`;
}

/** The part of a project where things of a kind have their pages. */
export const sectionOf: Record<Kind, Section> = {
  requirement: "requirements",
  case: "cases",
  execution: "executions",
  defect: "defects",
};
