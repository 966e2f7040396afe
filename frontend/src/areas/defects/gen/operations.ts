// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, CaseLine, CommentPage, DefectLine, ExecutionLine, FilePage, PageEnd, RequirementLine } from "../../../parts/gen/operations";

export type DefectListData = AsOf & {
  project: {
    all: {
      totalCount: number;
    };
    level: {
      totalCount: number;
      pageInfo: {
        hasNextPage: boolean;
        startCursor: string | null;
        endCursor: string | null;
      };
      nodes: Array<DefectLine & {
        id: string;
        version: number;
        reportedAt: string;
        assignee: {
          id: string;
          name: string;
        } | null;
        tags: Array<{
          name: string;
        }>;
      }>;
    };
  } | null;
};

export type DefectListVariables = { project: string; where: Record<string, unknown>; order: Array<Record<string, unknown>>; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const DefectList: Operation<DefectListData, DefectListVariables> = operation(`query DefectList($project: String!, $where: DefectWhereInput!, $order: [DefectOrder!]!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    all: defects(first: 0) {
      totalCount
    }
    level: defects(
      first: $first
      after: $after
      last: $last
      before: $before
      where: $where
      orderBy: $order
    ) {
      totalCount
      pageInfo {
        hasNextPage
        startCursor
        endCursor
      }
      nodes {
        ...DefectLine
        id
        version
        reportedAt
        assignee {
          id
          name
        }
        tags {
          name
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

fragment DefectLine on Defect {
  key
  title
  status
  severity
}`, ["DEFECT","PROJECT","TAG"]);

export type DefectDetailData = AsOf & {
  project: {
    defect: DefectLine & {
      id: string;
      text: string;
      priority: "P0" | "P1" | "P2" | "P3" | "P4" | null;
      resolution: "FIXED" | "DUPLICATE" | "BY_DESIGN" | "CANNOT_REPRODUCE" | "EXTERNAL" | "POSTPONED" | "WONT_FIX" | null;
      reportedAt: string;
      dueAt: string | null;
      endedAt: string | null;
      reopened: number;
      ageDays: number;
      overdue: boolean;
      assignee: {
        name: string;
      } | null;
      foundInBuild: {
        key: string;
        name: string;
      } | null;
      foundInEnvironment: {
        key: string;
        name: string;
      } | null;
      fixedInBuild: {
        key: string;
        name: string;
      } | null;
      duplicateOf: DefectLine | null;
      duplicates: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
      tags: Array<{
        name: string;
      }>;
      attributes: Array<{
        name: string;
        value: string;
      }>;
      executions: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<ExecutionLine>;
      };
      testCases: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<CaseLine>;
      };
      requirements: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine & {
          release: {
            key: string;
            name: string;
          } | null;
        }>;
      };
      comments: CommentPage;
      attachments: FilePage;
    } | null;
  } | null;
};

export type DefectDetailVariables = { project: string; defect: string };

export const DefectDetail: Operation<DefectDetailData, DefectDetailVariables> = operation(`query DefectDetail($project: String!, $defect: String!) {
  ...AsOf
  project(key: $project) {
    defect(key: $defect) {
      ...DefectLine
      id
      text
      priority
      resolution
      reportedAt
      dueAt
      endedAt
      reopened
      ageDays
      overdue
      assignee {
        name
      }
      foundInBuild {
        key
        name
      }
      foundInEnvironment {
        key
        name
      }
      fixedInBuild {
        key
        name
      }
      duplicateOf {
        ...DefectLine
      }
      duplicates(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...DefectLine
        }
      }
      tags {
        name
      }
      attributes {
        name
        value
      }
      executions(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...ExecutionLine
        }
      }
      testCases(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...CaseLine
        }
      }
      requirements(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
          release {
            key
            name
          }
        }
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

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
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

fragment ExecutionLine on Execution {
  id
  status
  executedAt
  scenario
  message
  testCase {
    key
    title
  }
  build {
    key
    name
  }
  environment {
    key
    name
  }
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
}`, ["ATTACHMENT","BUILD","COMMENT","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","RELEASE","REQUIREMENT","REQUIREMENT_LINK","TAG","TEST_CASE","TRACE_LINK"]);

export type DefectExecutionsData = {
  project: {
    defect: {
      executions: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<ExecutionLine>;
      };
    } | null;
  } | null;
};

export type DefectExecutionsVariables = { project: string; defect: string; after?: string | null };

export const DefectExecutions: Operation<DefectExecutionsData, DefectExecutionsVariables> = operation(`query DefectExecutions($project: String!, $defect: String!, $after: Cursor) {
  project(key: $project) {
    defect(key: $defect) {
      executions(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...ExecutionLine
        }
      }
    }
  }
}

fragment ExecutionLine on Execution {
  id
  status
  executedAt
  scenario
  message
  testCase {
    key
    title
  }
  build {
    key
    name
  }
  environment {
    key
    name
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type DefectCasesData = {
  project: {
    defect: {
      testCases: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<CaseLine>;
      };
    } | null;
  } | null;
};

export type DefectCasesVariables = { project: string; defect: string; after?: string | null };

export const DefectCases: Operation<DefectCasesData, DefectCasesVariables> = operation(`query DefectCases($project: String!, $defect: String!, $after: Cursor) {
  project(key: $project) {
    defect(key: $defect) {
      testCases(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...CaseLine
        }
      }
    }
  }
}

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type DefectRequirementsData = {
  project: {
    defect: {
      requirements: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementLine & {
          release: {
            key: string;
            name: string;
          } | null;
        }>;
      };
    } | null;
  } | null;
};

export type DefectRequirementsVariables = { project: string; defect: string; after?: string | null };

export const DefectRequirements: Operation<DefectRequirementsData, DefectRequirementsVariables> = operation(`query DefectRequirements($project: String!, $defect: String!, $after: Cursor) {
  project(key: $project) {
    defect(key: $defect) {
      requirements(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementLine
          release {
            key
            name
          }
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

export type DefectDuplicatesData = {
  project: {
    defect: {
      duplicates: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
    } | null;
  } | null;
};

export type DefectDuplicatesVariables = { project: string; defect: string; after?: string | null };

export const DefectDuplicates: Operation<DefectDuplicatesData, DefectDuplicatesVariables> = operation(`query DefectDuplicates($project: String!, $defect: String!, $after: Cursor) {
  project(key: $project) {
    defect(key: $defect) {
      duplicates(first: 50, after: $after) {
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
