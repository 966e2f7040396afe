import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Block, More } from "../../parts/Block";
import { Moment, Said } from "../../parts/Said";
import { DefectTable, ExecutionTable } from "../../parts/tables";
import { type ExecutionDetailData, SignatureExecutions, type SignatureExecutionsData } from "./gen/operations";

type Execution = Extract<NonNullable<ExecutionDetailData["node"]>, { __typename: "Execution" }>;

const executionsOf = ({ node }: SignatureExecutionsData) =>
  node?.__typename === "FailureSignature" ? node.executions : null;

/** The failures that speak in the same words: what they were judged to be, which defect they show, and where else they happened. */
export function Signature(props: { project: string; signature: NonNullable<Execution["signature"]> }) {
  const { say, wordFor } = useWords();
  const { project, signature } = props;
  const executions = usePages(SignatureExecutions, { id: signature.id }, signature.executions, executionsOf);
  const proposed = signature.proposedDefects.filter(({ key }) => key !== signature.defect?.key);
  return (
    <Block title={say("signature.title")} count={executions.total}>
      <p>
        <strong>{wordFor("class", signature.class)}</strong> · {say("signature.seen")}{" "}
        <Moment at={signature.firstSeenAt} />
        {" – "}
        <Moment at={signature.lastSeenAt} />
      </p>
      {signature.note && (
        <p>
          <Said>{signature.note}</Said>
        </p>
      )}
      {signature.defect && (
        <>
          <h3>{say("signature.defect")}</h3>
          <DefectTable project={project} rows={[signature.defect]} label={say("signature.defect")} />
        </>
      )}
      {proposed.length > 0 && (
        <>
          <h3>{say("signature.proposed")}</h3>
          <DefectTable project={project} rows={proposed} label={say("signature.proposed")} />
        </>
      )}
      <h3>{say("signature.executions")}</h3>
      <ExecutionTable project={project} rows={executions.nodes} label={say("signature.executions")} />
      <More pages={executions} />
    </Block>
  );
}
