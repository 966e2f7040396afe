import { usePages } from "../../lib/usePages";
import { useWords } from "../../lib/words";
import { Block, More } from "../../parts/Block";
import { LinkState } from "../../parts/LinkState";
import { Said } from "../../parts/Said";
import { Status } from "../../parts/Status";
import { ThingLink } from "../../parts/ThingLink";
import { type Column, DataTable } from "../../ui/DataTable";
import { type CaseDetailData, CaseLinks, type CaseLinksData, type RequirementEnd } from "./gen/operations";

type Links = NonNullable<NonNullable<CaseDetailData["project"]>["testCase"]>["traceLinks"];

const linksOf = (data: CaseLinksData) => data.project?.testCase?.traceLinks;

/** The requirements that a case is there for, and whether the links to them still hold. */
export function LinkedRequirements(props: { project: string; testCase: string; start: Links }) {
  const { say, wordFor } = useWords();
  const { project, testCase } = props;
  const pages = usePages(CaseLinks, { project, case: testCase }, props.start, linksOf);
  const columns: Column<RequirementEnd>[] = [
    {
      id: "key",
      head: say("column.key"),
      kind: "key",
      cell: ({ requirement, unresolvedKey }) =>
        requirement ? (
          <ThingLink row to={{ project, section: "requirements", key: requirement.key }}>
            {requirement.key}
          </ThingLink>
        ) : (
          unresolvedKey
        ),
    },
    {
      id: "coverage",
      head: say("column.coverage"),
      cell: ({ requirement }) => requirement && <Status kind="coverage" value={requirement.coverage.status} />,
    },
    {
      id: "title",
      head: say("column.title"),
      kind: "wide",
      cell: ({ requirement }) => (requirement ? <Said>{requirement.title}</Said> : say("link.noRequirement")),
    },
    { id: "role", head: say("column.role"), cell: ({ role }) => wordFor("role", role) },
    { id: "link", head: say("column.link"), kind: "note", cell: (link) => <LinkState link={link} /> },
  ];
  return (
    <Block title={say("requirements.title")} count={pages.total} empty={say("case.noRequirements")}>
      <DataTable label={say("requirements.title")} columns={columns} rows={pages.nodes} id={(link) => link.id} />
      <More pages={pages} />
    </Block>
  );
}
