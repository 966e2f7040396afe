import type { Message } from "./sources";

/**
 * Kinds that matter where the thing they belong to is shown. All others matter by their kind alone: a list may gain a row, and a
 * coverage may follow from an execution three requirements below, which the answer does not name.
 */
const belonging: ReadonlySet<string> = new Set([
  "ATTACHMENT",
  "BUILD",
  "COMMENT",
  "ENVIRONMENT",
  "EXTERNAL_REFERENCE",
  "PROJECT",
  "RELEASE",
  "REQUIREMENT_VERSION",
  "TAG",
  "TEST_CASE_VERSION",
  "TEST_CYCLE",
]);

/** The ids and keys of everything that an answer shows, and of what the question itself named. */
export function shownIn(data: unknown, variables: Record<string, unknown>): ReadonlySet<string> {
  const shown = new Set<string>(Object.values(variables).filter((value) => typeof value === "string"));
  const look = (value: unknown) => {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      if ((name === "id" || name === "key") && typeof inner === "string") shown.add(inner);
      else look(inner);
    }
  };
  look(data);
  return shown;
}

/** Whether a change can have changed an answer that is made of these kinds and shows these things. */
export function concerns(change: Message, kinds: readonly string[], shown: ReadonlySet<string>): boolean {
  const { entityType, entityId, entityKey, refs } = change;
  if (entityType === null || !kinds.includes(entityType)) return false;
  if (!belonging.has(entityType)) return true;
  return [entityId, entityKey, ...refs].some((name) => name !== null && shown.has(name));
}
