/** Where long lists were left, by what they asked: Back finds them there, and so does a second look. */
const offsets = new Map<string, number>();

/** The place of one list: how far it was scrolled, and a way to keep it. */
export function offsetOf(list: string) {
  return { get: () => offsets.get(list) ?? 0, keep: (offset: number) => void offsets.set(list, offset) };
}

/** Forgets where lists were left. */
export function forgetOffsets(): void {
  offsets.clear();
}
