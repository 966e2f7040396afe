// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, Beat, CaseLine, CaseVersionPage, CommentPage, DefectLine, FilePage, PageEnd, RequirementLine } from "../../../parts/gen/operations";

export type CaseListData = AsOf & {
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
      nodes: Array<CaseLine & {
        id: string;
        status: "DRAFT" | "IN_REVIEW" | "REWORK" | "APPROVED" | "DEPRECATED";
        tags: Array<{
          name: string;
        }>;
      }>;
    };
  } | null;
};

export type CaseListVariables = { project: string; where: Record<string, unknown>; order: Array<Record<string, unknown>>; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const CaseList: Operation<CaseListData, CaseListVariables> = operation(`query CaseList($project: String!, $where: TestCaseWhereInput!, $order: [TestCaseOrder!]!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    all: testCases(first: 0) {
      totalCount
    }
    level: testCases(
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
        ...CaseLine
        id
        status
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

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
}`, ["PROJECT","TAG","TEST_CASE"]);

export type RequirementEnd = {
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
  requirement: RequirementLine & {
    contentVersion: number;
  } | null;
};

export type CaseDetailData = AsOf & {
  project: {
    testCase: CaseLine & {
      id: string;
      status: "DRAFT" | "IN_REVIEW" | "REWORK" | "APPROVED" | "DEPRECATED";
      priority: "P0" | "P1" | "P2" | "P3" | "P4" | null;
      description: string;
      precondition: string;
      automationId: string;
      contentVersion: number;
      updatedAt: string;
      parameters: Array<string>;
      dataRows: Array<{
        values: Array<{
          name: string;
          value: string;
        }>;
      }>;
      steps: Array<{
        action: string;
        data: string;
        expected: string;
      }>;
      tags: Array<{
        name: string;
      }>;
      attributes: Array<{
        name: string;
        value: string;
      }>;
      suites: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<{
          id: string;
          path: Array<string>;
        }>;
      };
      traceLinks: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementEnd>;
      };
      executions: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<Beat>;
      };
      defects: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
      versions: CaseVersionPage;
      comments: CommentPage;
      attachments: FilePage;
    } | null;
  } | null;
};

export type CaseDetailVariables = { project: string; case: string };

export const CaseDetail: Operation<CaseDetailData, CaseDetailVariables> = operation(`query CaseDetail($project: String!, $case: String!) {
  ...AsOf
  project(key: $project) {
    testCase(key: $case) {
      ...CaseLine
      id
      status
      priority
      description
      precondition
      automationId
      contentVersion
      updatedAt
      parameters
      dataRows {
        values {
          name
          value
        }
      }
      steps {
        action
        data
        expected
      }
      tags {
        name
      }
      attributes {
        name
        value
      }
      suites(first: 20) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          path
        }
      }
      traceLinks(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementEnd
        }
      }
      executions(first: 50) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...Beat
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
        ...CaseVersionPage
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

fragment CaseVersionPage on TestCaseVersionConnection {
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

fragment RequirementEnd on TraceLink {
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
  requirement {
    ...RequirementLine
    contentVersion
  }
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
}`, ["ATTACHMENT","BUILD","COMMENT","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","SUITE","SUITE_MEMBER","TAG","TEST_CASE","TEST_CASE_VERSION","TRACE_LINK"]);

export type CaseLinksData = {
  project: {
    testCase: {
      traceLinks: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<RequirementEnd>;
      };
    } | null;
  } | null;
};

export type CaseLinksVariables = { project: string; case: string; after?: string | null };

export const CaseLinks: Operation<CaseLinksData, CaseLinksVariables> = operation(`query CaseLinks($project: String!, $case: String!, $after: Cursor) {
  project(key: $project) {
    testCase(key: $case) {
      traceLinks(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...RequirementEnd
        }
      }
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementEnd on TraceLink {
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
  requirement {
    ...RequirementLine
    contentVersion
  }
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

export type CaseExecutionsData = {
  project: {
    testCase: {
      executions: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<Beat>;
      };
    } | null;
  } | null;
};

export type CaseExecutionsVariables = { project: string; case: string; after?: string | null };

export const CaseExecutions: Operation<CaseExecutionsData, CaseExecutionsVariables> = operation(`query CaseExecutions($project: String!, $case: String!, $after: Cursor) {
  project(key: $project) {
    testCase(key: $case) {
      executions(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...Beat
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

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type CaseDefectsData = {
  project: {
    testCase: {
      defects: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<DefectLine>;
      };
    } | null;
  } | null;
};

export type CaseDefectsVariables = { project: string; case: string; after?: string | null };

export const CaseDefects: Operation<CaseDefectsData, CaseDefectsVariables> = operation(`query CaseDefects($project: String!, $case: String!, $after: Cursor) {
  project(key: $project) {
    testCase(key: $case) {
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

export type CaseSuitesData = {
  project: {
    testCase: {
      suites: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<{
          id: string;
          path: Array<string>;
        }>;
      };
    } | null;
  } | null;
};

export type CaseSuitesVariables = { project: string; case: string; after?: string | null };

export const CaseSuites: Operation<CaseSuitesData, CaseSuitesVariables> = operation(`query CaseSuites($project: String!, $case: String!, $after: Cursor) {
  project(key: $project) {
    testCase(key: $case) {
      suites(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          path
        }
      }
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);
