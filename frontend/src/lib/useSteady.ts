import { useState } from "react";
import type { Asked } from "./useAnswer";

/**
 * What was shown stays until the answer to the next question is there, so that a list does not blink at every letter of its filter.
 * Answers the question with it, since rows must never be read on by another question than the one they answer.
 */
export function useSteady<T, Question>(asked: Asked<T>, question: Question): { asked: Asked<T>; question: Question } {
  const [last, setLast] = useState({ asked, question });
  if (asked.state === "loading") return last.asked.state === "ready" ? last : { asked, question };
  if (!isSame(asked, last.asked) || question !== last.question) setLast({ asked, question });
  return { asked, question };
}

function isSame<T>(one: Asked<T>, other: Asked<T>): boolean {
  if (one.state === "ready" && other.state === "ready") {
    return one.data === other.data && one.failure === other.failure;
  }
  if (one.state === "failed" && other.state === "failed") return one.failure === other.failure;
  return one.state === other.state;
}
