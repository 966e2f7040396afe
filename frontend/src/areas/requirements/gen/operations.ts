// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, Beat, CaseLine, CommentPage, DefectLine, FilePage, PageEnd, RequirementLine, RequirementVersionPage } from "../../../parts/gen/operations";

export type Branch = RequirementLine & {
  id: string;
  children: {
    totalCount: number;
  };
  suspects: {
    totalCount: number;
  };
};

export type BranchEnd = {
  hasNextPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};

export type RequirementRootsData = AsOf & {
  project: {
    level: {
      totalCount: number;
      pageInfo: BranchEnd;
      nodes: Array<Branch>;
    };
  } | null;
};

export type RequirementRootsVariables = { project: string; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const RequirementRoots: Operation<RequirementRootsData, RequirementRootsVariables> = operation(`query RequirementRoots($project: String!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    level: requirements(
      first: $first
      after: $after
      last: $last
      before: $before
      where: {hasParent: false}
      orderBy: [{field: POSITION, direction: ASC}]
    ) {
      totalCount
      pageInfo {
        ...BranchEnd
      }
      nodes {
        ...Branch
      }
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment Branch on Requirement {
  ...RequirementLine
  id
  children(first: 0) {
    totalCount
  }
  suspects: traceLinks(first: 0, where: {state: SUSPECT}) {
    totalCount
  }
}

fragment BranchEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`, ["DEFECT","DEFECT_LINK","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type RequirementChildrenData = {
  project: {
    requirement: {
      level: {
        totalCount: number;
        pageInfo: BranchEnd;
        nodes: Array<Branch>;
      };
    } | null;
  } | null;
};

export type RequirementChildrenVariables = { project: string; requirement: string; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const RequirementChildren: Operation<RequirementChildrenData, RequirementChildrenVariables> = operation(`query RequirementChildren($project: String!, $requirement: String!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  project(key: $project) {
    requirement(key: $requirement) {
      level: children(
        first: $first
        after: $after
        last: $last
        before: $before
        orderBy: [{field: POSITION, direction: ASC}]
      ) {
        totalCount
        pageInfo {
          ...BranchEnd
        }
        nodes {
          ...Branch
        }
      }
    }
  }
}

fragment Branch on Requirement {
  ...RequirementLine
  id
  children(first: 0) {
    totalCount
  }
  suspects: traceLinks(first: 0, where: {state: SUSPECT}) {
    totalCount
  }
}

fragment BranchEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`);

export type RequirementMatchesData = AsOf & {
  project: {
    all: {
      totalCount: number;
    };
    level: {
      totalCount: number;
      pageInfo: BranchEnd;
      nodes: Array<Branch & {
        parent: {
          key: string;
          title: string;
          parent: {
            key: string;
            title: string;
            parent: {
              key: string;
              title: string;
            } | null;
          } | null;
        } | null;
      }>;
    };
  } | null;
};

export type RequirementMatchesVariables = { project: string; where: Record<string, unknown>; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const RequirementMatches: Operation<RequirementMatchesData, RequirementMatchesVariables> = operation(`query RequirementMatches($project: String!, $where: RequirementWhereInput!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    all: requirements(first: 0) {
      totalCount
    }
    level: requirements(
      first: $first
      after: $after
      last: $last
      before: $before
      where: $where
      orderBy: [{field: KEY, direction: ASC}]
    ) {
      totalCount
      pageInfo {
        ...BranchEnd
      }
      nodes {
        ...Branch
        parent {
          key
          title
          parent {
            key
            title
            parent {
              key
              title
            }
          }
        }
      }
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment Branch on Requirement {
  ...RequirementLine
  id
  children(first: 0) {
    totalCount
  }
  suspects: traceLinks(first: 0, where: {state: SUSPECT}) {
    totalCount
  }
}

fragment BranchEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`, ["DEFECT","DEFECT_LINK","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type CaseLink = {
  id: string;
  state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
  role: "VERIFIES" | "VALIDATES" | "SATISFIES" | "REFINES" | "DERIVES" | "RELATES";
  requirementVersion: number;
  testCaseVersion: number;
  unresolvedKey: string;
  changedFields: Array<string>;
  reason: string;
  affirmedAt: string | null;
  affirmedBy: {
    name: string;
  } | null;
  testCase: CaseLine & {
    contentVersion: number;
    executions: {
      nodes: Array<Beat & {
        defects: {
          totalCount: number;
          nodes: Array<DefectLine>;
        };
      }>;
    };
  } | null;
};

export type RequirementDetailData = AsOf & {
  project: {
    requirement: RequirementLine & {
      id: string;
      text: string;
      rationale: string;
      type: string;
      criticality: "UNDEFINED" | "MINOR" | "MAJOR" | "CRITICAL";
      contentVersion: number;
      updatedAt: string;
      createdBy: {
        name: string;
      } | null;
      release: {
        key: string;
        name: string;
      } | null;
      parent: {
        key: string;
        title: string;
        parent: {
          key: string;
          parent: {
            key: string;
            parent: {
              key: string;
            } | null;
          } | null;
        } | null;
      } | null;
      tags: Array<{
        name: string;
      }>;
      attributes: Array<{
        name: string;
        value: string;
      }>;
      refines: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine>;
      };
      refinedBy: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine>;
      };
      traceLinks: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<CaseLink>;
      };
      defects: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
      versions: RequirementVersionPage;
      comments: CommentPage;
      attachments: FilePage;
    } | null;
  } | null;
};

export type RequirementDetailVariables = { project: string; requirement: string };

export const RequirementDetail: Operation<RequirementDetailData, RequirementDetailVariables> = operation(`query RequirementDetail($project: String!, $requirement: String!) {
  ...AsOf
  project(key: $project) {
    requirement(key: $requirement) {
      ...RequirementLine
      id
      text
      rationale
      type
      criticality
      contentVersion
      updatedAt
      createdBy {
        name
      }
      release {
        key
        name
      }
      parent {
        key
        title
        parent {
          key
          parent {
            key
            parent {
              key
            }
          }
        }
      }
      tags {
        name
      }
      attributes {
        name
        value
      }
      refines(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
        }
      }
      refinedBy(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
        }
      }
      traceLinks(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...CaseLink
        }
      }
      defects(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...DefectLine
        }
      }
      versions(first: 50, orderBy: [{field: NUMBER, direction: DESC}]) {
        ...RequirementVersionPage
      }
      comments(first: 50) {
        ...CommentPage
      }
      attachments(first: 50) {
        ...FilePage
      }
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment Beat on Execution {
  id
  status
  executedAt
  scenario
  message
  build {
    key
    name
  }
  environment {
    key
    name
  }
}

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
}

fragment CaseLink on TraceLink {
  id
  state
  role
  requirementVersion
  testCaseVersion
  unresolvedKey
  changedFields
  reason
  affirmedAt
  affirmedBy {
    name
  }
  testCase {
    ...CaseLine
    contentVersion
    executions(first: 20) {
      nodes {
        ...Beat
        defects(first: 5) {
          totalCount
          nodes {
            ...DefectLine
          }
        }
      }
    }
  }
}

fragment CommentLine on Comment {
  id
  createdAt
  editedAt
  text
  author {
    name
  }
}

fragment CommentPage on CommentConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...CommentLine
  }
}

fragment DefectLine on Defect {
  key
  title
  status
  severity
}

fragment FileLine on Attachment {
  id
  name
  mediaType
  sizeBytes
}

fragment FilePage on AttachmentConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...FileLine
    url
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}

fragment RequirementVersionPage on RequirementVersionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    number
    createdAt
    reason
    author {
      name
    }
    changes {
      field
      before
      after
    }
  }
}`, ["ATTACHMENT","BUILD","COMMENT","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","RELEASE","REQUIREMENT","REQUIREMENT_LINK","REQUIREMENT_VERSION","TAG","TEST_CASE","TRACE_LINK"]);

export type RequirementLinksData = {
  project: {
    requirement: {
      traceLinks: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<CaseLink>;
      };
    } | null;
  } | null;
};

export type RequirementLinksVariables = { project: string; requirement: string; after?: string | null };

export const RequirementLinks: Operation<RequirementLinksData, RequirementLinksVariables> = operation(`query RequirementLinks($project: String!, $requirement: String!, $after: Cursor) {
  project(key: $project) {
    requirement(key: $requirement) {
      traceLinks(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...CaseLink
        }
      }
    }
  }
}

fragment Beat on Execution {
  id
  status
  executedAt
  scenario
  message
  build {
    key
    name
  }
  environment {
    key
    name
  }
}

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
}

fragment CaseLink on TraceLink {
  id
  state
  role
  requirementVersion
  testCaseVersion
  unresolvedKey
  changedFields
  reason
  affirmedAt
  affirmedBy {
    name
  }
  testCase {
    ...CaseLine
    contentVersion
    executions(first: 20) {
      nodes {
        ...Beat
        defects(first: 5) {
          totalCount
          nodes {
            ...DefectLine
          }
        }
      }
    }
  }
}

fragment DefectLine on Defect {
  key
  title
  status
  severity
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type RequirementDefectsData = {
  project: {
    requirement: {
      defects: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
    } | null;
  } | null;
};

export type RequirementDefectsVariables = { project: string; requirement: string; after?: string | null };

export const RequirementDefects: Operation<RequirementDefectsData, RequirementDefectsVariables> = operation(`query RequirementDefects($project: String!, $requirement: String!, $after: Cursor) {
  project(key: $project) {
    requirement(key: $requirement) {
      defects(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...DefectLine
        }
      }
    }
  }
}

fragment DefectLine on Defect {
  key
  title
  status
  severity
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type RequirementRefinesData = {
  project: {
    requirement: {
      refines: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine>;
      };
    } | null;
  } | null;
};

export type RequirementRefinesVariables = { project: string; requirement: string; after?: string | null };

export const RequirementRefines: Operation<RequirementRefinesData, RequirementRefinesVariables> = operation(`query RequirementRefines($project: String!, $requirement: String!, $after: Cursor) {
  project(key: $project) {
    requirement(key: $requirement) {
      refines(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
        }
      }
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`);

export type RequirementRefinedByData = {
  project: {
    requirement: {
      refinedBy: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine>;
      };
    } | null;
  } | null;
};

export type RequirementRefinedByVariables = { project: string; requirement: string; after?: string | null };

export const RequirementRefinedBy: Operation<RequirementRefinedByData, RequirementRefinedByVariables> = operation(`query RequirementRefinedBy($project: String!, $requirement: String!, $after: Cursor) {
  project(key: $project) {
    requirement(key: $requirement) {
      refinedBy(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
        }
      }
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`);
