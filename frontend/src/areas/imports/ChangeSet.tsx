import type { Report } from "../../lib/importTypes";
import { useWords, type WordKey } from "../../lib/words";
import { type Column, DataTable } from "../../ui/DataTable";

const kinds: Record<string, WordKey> = {
  requirements: "imports.kind.requirements",
  refinements: "imports.kind.refinements",
  cases: "imports.kind.cases",
  suites: "imports.kind.suites",
  links: "imports.kind.links",
  executions: "imports.kind.executions",
  passed: "imports.kind.passed",
  failed: "imports.kind.failed",
  errors: "imports.kind.errors",
  skipped: "imports.kind.skipped",
  defects: "imports.kind.defects",
  defectLinks: "imports.kind.defectLinks",
  releases: "imports.kind.releases",
  environments: "imports.kind.environments",
  builds: "imports.kind.builds",
  cycles: "imports.kind.cycles",
};

/** What the importer calls the records that it publishes, where that is not the name of their kind. */
const records: Record<string, string> = {
  "test cases": "cases",
  "trace links": "links",
  "defect links": "defectLinks",
  results: "executions",
};

/** The words for kinds of things; one that is newer than this page is called as the server calls it. */
export function useKindWord(): (kind: string) => string {
  const { say } = useWords();
  return (kind) => {
    const word = kinds[records[kind] ?? kind];
    return word ? say(word) : kind;
  };
}

type Row = Report["kinds"][number];

/** What an import changes, by kind of thing and kind of change, with the sum on top; never a list of the things themselves. */
export function ChangeSet({ report }: { report: Report }) {
  const { say, language } = useWords();
  const word = useKindWord();
  const count = (id: "created" | "updated" | "unchanged", head: string): Column<Row> => ({
    id,
    head,
    kind: "number",
    cell: (row) => <span className={row[id] === 0 ? "zero" : undefined}>{row[id].toLocaleString(language)}</span>,
  });
  const { created, updated, unchanged } = report;
  const all = { kind: "", created, updated, unchanged };
  return (
    <div className="imports-changes">
      <DataTable
        label={say("imports.changes")}
        columns={[
          {
            id: "kind",
            kind: "wide",
            head: say("imports.kind"),
            cell: ({ kind }) => (kind ? word(kind) : <strong>{say("imports.all")}</strong>),
          },
          count("created", say(report.dryRun ? "imports.wouldCreate" : "imports.created")),
          count("updated", say(report.dryRun ? "imports.wouldUpdate" : "imports.updated")),
          count("unchanged", say("imports.unchanged")),
        ]}
        rows={[all, ...report.kinds]}
        id={({ kind }) => kind}
      />
    </div>
  );
}

/** What the files hold, by kind; what they hold none of is left out. */
export function Counts({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { say, language } = useWords();
  const word = useKindWord();
  const known = Object.keys(kinds);
  const found = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  if (found.length === 0) return <p className="quiet">{say("imports.holdsNothing")}</p>;
  return (
    <ul className="imports-counts">
      {found.map(([kind, count]) => (
        <li key={kind}>
          {word(kind)} <strong>{count.toLocaleString(language)}</strong>
        </li>
      ))}
    </ul>
  );
}
