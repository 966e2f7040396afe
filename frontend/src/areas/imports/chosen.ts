import type { Chosen, Facts } from "./useImport";

/** The chosen file that the server calls so: it may have given it a number, but it keeps their order. */
export function fileOf({ chosen, staged, map }: Facts, name: string): File | undefined {
  const at = staged?.files.findIndex((file) => file.name === name) ?? -1;
  return chosen[at]?.file ?? chosen.find((one) => one.name === name)?.file ?? (map?.name === name ? map : undefined);
}

/** Files as a person chose or dropped them; those of a folder keep its name before their own. */
export function chosenFrom(files: FileList | null): Chosen[] {
  return Array.from(files ?? [], (file) => ({ file, name: file.webkitRelativePath || file.name }));
}
