/** Every sentence of the page in English, the language the others are measured by. `{name}` is filled in when shown. */
export const en = {
  "app.tagline": "From a requirement to its evidence",
  "app.skip": "Skip to content",
  "app.language": "Language",
  "app.theme": "Theme",
  "theme.system": "System",
  "theme.light": "Light",
  "theme.dark": "Dark",
  "link.workspace": "Workspace",
  "link.graphiql": "Query the API",

  "projects.title": "Projects",
  "projects.loading": "Reading projects…",
  "projects.failed": "The projects could not be read.",
  "projects.empty.title": "No projects yet",
  "projects.empty.next": "Create a project, then import requirements, test cases or results into it from a terminal.",
  "projects.empty.demo": "Or look around first in the demo workspace:",
  "projects.choose": "Choose a project to see which of its requirements are covered.",

  "requirements.title": "Requirements",
  "requirements.loading": "Reading requirements…",
  "requirements.failed": "The requirements could not be read.",
  "requirements.missing": "There is no project {key} in this workspace, or you may not see it.",
  "requirements.empty.title": "No requirements in this project yet",
  "requirements.empty.next": "Import a requirements file from a terminal:",
  "requirements.shown": "{shown} of {total} requirements shown, by key",
  "requirements.queryThis": "Query this project",

  "column.key": "Key",
  "column.title": "Title",
  "column.status": "Status",
  "column.coverage": "Coverage",
  "column.cases": "Cases",
  "column.passed": "Passed",
  "column.failed": "Failed",
  "column.notRun": "Not run",
  "column.openDefects": "Open defects",

  "coverage.PASSED": "Passed",
  "coverage.FAILED": "Failed",
  "coverage.PARTIAL": "Partial",
  "coverage.STALE": "Stale",
  "coverage.NOT_RUN": "Not run",
  "coverage.UNCOVERED": "Uncovered",
  "coverage.UNKNOWN": "Unknown",

  "requirement.DRAFT": "Draft",
  "requirement.IN_REVIEW": "In review",
  "requirement.REWORK": "Rework",
  "requirement.APPROVED": "Approved",
  "requirement.IMPLEMENTED": "Implemented",
  "requirement.VERIFIED": "Verified",
  "requirement.OBSOLETE": "Obsolete",

  "failure.unreachable": "No server answered. Start one with {command}, then retry.",
  "failure.server": "The server said:",
  "failure.reference": "Reference {reference}",
  "failure.retry": "Retry",

  "graphiql.title": "GraphiQL",
  "graphiql.examples": "Examples",
  "graphiql.Trace": "Trace: one requirement to its evidence",
  "graphiql.Board": "Board: coverage of a project",
  "graphiql.Back": "Back: one defect to its requirements",
} as const;

/** The name of a sentence. A name that is missing in a language does not compile. */
export type WordKey = keyof typeof en;
/** A whole language. */
export type Catalogue = Record<WordKey, string>;
