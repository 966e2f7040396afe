import { setParams, useParams } from "../../lib/address";
import type { WordKey } from "../../lib/words";

/** The steps of an import, in their order. */
export const steps = ["files", "detected", "map", "preview", "result"] as const;
/** One step of an import. */
export type StepName = (typeof steps)[number];

/** The words of the steps. */
export const stepWords: Record<StepName, WordKey> = {
  files: "imports.step.files",
  detected: "imports.step.detected",
  map: "imports.step.map",
  preview: "imports.step.preview",
  result: "imports.step.result",
};

/** The step that the address names; none where the list of imports is shown. */
export function useStep(): StepName | undefined {
  const { step } = useParams();
  return steps.find((name) => name === step);
}

/** Goes to a step, so that Back returns to the one before. */
export function goToStep(step: StepName | ""): void {
  setParams({ step }, { step: true });
}
