import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Block, More } from "../../parts/Block";
import { HistoryStrip } from "../../parts/HistoryStrip";
import { LinkState } from "../../parts/LinkState";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { type Column, DataTable } from "../../ui/DataTable";
import {
  type CaseLink,
  type RequirementDetailData,
  RequirementLinks,
  type RequirementLinksData,
} from "./gen/operations";

type Links = NonNullable<NonNullable<RequirementDetailData["project"]>["requirement"]>["traceLinks"];

const linksOf = (data: RequirementLinksData) => data.project?.requirement?.traceLinks;

/** The test cases at the other end of a requirement's links: how each went last, how it went before, and whether the link holds. */
export function LinkedCases(props: { project: string; requirement: string; start: Links }) {
  const { say, wordFor } = useWords();
  const { project, requirement } = props;
  const pages = usePages(RequirementLinks, { project, requirement }, props.start, linksOf);
  const columns: Column<CaseLink>[] = [
    {
      id: "key",
      head: say("column.key"),
      kind: "key",
      cell: ({ testCase, unresolvedKey }) =>
        testCase ? (
          <ThingLink row to={{ project, section: "cases", key: testCase.key }}>
            {testCase.key}
          </ThingLink>
        ) : (
          unresolvedKey
        ),
    },
    {
      id: "last",
      head: say("column.last"),
      cell: ({ testCase }) => testCase && <Status kind="execution" value={testCase.lastStatus} />,
    },
    {
      id: "title",
      head: say("column.title"),
      kind: "wide",
      cell: ({ testCase }) => (testCase ? <Said>{testCase.title}</Said> : say("link.noCase")),
    },
    {
      id: "link",
      head: say("column.link"),
      kind: "note",
      cell: (link) => (
        <>
          <LinkState link={link} />
          <div className="quiet">{wordFor("role", link.role)}</div>
        </>
      ),
    },
    {
      id: "history",
      head: say("column.history"),
      cell: ({ testCase }) => testCase && <HistoryStrip project={project} beats={testCase.executions.nodes} most={6} />,
    },
  ];
  return (
    <Block title={say("cases.title")} count={pages.total} empty={say("requirement.noCases")}>
      <DataTable label={say("cases.title")} columns={columns} rows={pages.nodes} id={(link) => link.id} />
      <More pages={pages} />
    </Block>
  );
}
