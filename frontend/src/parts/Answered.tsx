import type { ReactNode } from "react";
import { usePlace } from "../lib/address";
import type { Asked } from "../lib/useAnswer";
import { useWords, type WordKey } from "../lib/words";
import { Skeleton } from "../ui/Skeleton";
import { Failure } from "./Failure";
import { Missing } from "./Page";

/** Shows an answer, or that it is on its way, or why it did not come. An older answer stays while a newer one is refused. */
export function Answered<T>(props: {
  asked: Asked<T>;
  loading: WordKey;
  failed: WordKey;
  children: (data: T) => ReactNode;
}) {
  const { say } = useWords();
  const { project } = usePlace();
  const { asked } = props;
  if (asked.state === "loading") return <Skeleton words={say(props.loading)} />;
  // A moment of a project that is not there, or may not be seen, is refused as a whole.
  if (asked.state === "failed" && asked.failure.code === "NOT_FOUND") return <Missing what={project ?? ""} />;
  if (asked.state === "failed") return <Failure what={props.failed} failure={asked.failure} retry={asked.retry} />;
  return (
    <>
      {asked.failure && <Failure what="failure.older" failure={asked.failure} retry={asked.retry} />}
      {props.children(asked.data)}
    </>
  );
}
