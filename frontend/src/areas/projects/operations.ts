/** A project as the list shows it. */
export interface ProjectRow {
  key: string;
  name: string;
}

/** The words of a requirement's coverage; a newer server may send one that is not here yet. */
export type CoverageStatus = "PASSED" | "FAILED" | "PARTIAL" | "STALE" | "NOT_RUN" | "UNCOVERED" | "UNKNOWN";

/** How much of a requirement its own test cases have shown. Counts are of direct cases. */
export interface Coverage {
  status: CoverageStatus;
  cases: number;
  passed: number;
  failed: number;
  notRun: number;
  openDefects: number;
}

/** A requirement as the table shows it. */
export interface RequirementRow {
  key: string;
  title: string;
  status: string;
  coverage: Coverage;
}

/** Answer of the projects operation. */
export interface ProjectsData {
  projects: { nodes: ProjectRow[] };
}

/** Answer of the requirements operation; project is null where there is none, or none to be seen. */
export interface ProjectRequirementsData {
  project: { requirements: { totalCount: number; nodes: RequirementRow[] } } | null;
}

/** The projects of the workspace. */
export const projectsQuery = `query Projects {
  projects(first: 50) { nodes { key name } }
}`;

/** The first requirements of one project with what is known of their coverage. */
export const projectRequirementsQuery = `query ProjectRequirements($project: String!) {
  project(key: $project) {
    requirements(first: 50, orderBy: [{field: KEY, direction: ASC}]) {
      totalCount
      nodes { key title status coverage { status cases passed failed notRun openDefects } }
    }
  }
}`;
