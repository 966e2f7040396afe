// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../lib/operation";

export type AsOf = {
  snapshot: {
    cursor: string;
    seq: number;
  };
};

export type PageEnd = {
  hasNextPage: boolean;
  endCursor: string | null;
};

export type DefectLine = {
  key: string;
  title: string;
  status: "NEW" | "CONFIRMED" | "ASSIGNED" | "IN_PROGRESS" | "RESOLVED" | "VERIFIED" | "CLOSED" | "REOPENED" | "REJECTED" | "DEFERRED" | "DUPLICATE";
  severity: "BLOCKER" | "CRITICAL" | "MAJOR" | "MINOR" | "TRIVIAL" | null;
};

export type CaseLine = {
  key: string;
  title: string;
  type: "MANUAL" | "GHERKIN" | "AUTOMATED";
  lastStatus: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
};

export type RequirementLine = {
  key: string;
  title: string;
  status: "DRAFT" | "IN_REVIEW" | "REWORK" | "APPROVED" | "IMPLEMENTED" | "VERIFIED" | "OBSOLETE";
  coverage: {
    status: "UNCOVERED" | "NOT_RUN" | "PARTIAL" | "PASSED" | "FAILED" | "STALE" | "UNKNOWN";
    cases: number;
    passed: number;
    failed: number;
    notRun: number;
    stale: number;
    openDefects: number;
  };
};

export type ExecutionLine = {
  id: string;
  status: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
  executedAt: string;
  scenario: string;
  message: string;
  testCase: {
    key: string;
    title: string;
  };
  build: {
    key: string;
    name: string;
  } | null;
  environment: {
    key: string;
    name: string;
  } | null;
};

export type Beat = {
  id: string;
  status: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
  executedAt: string;
  scenario: string;
  message: string;
  build: {
    key: string;
    name: string;
  } | null;
  environment: {
    key: string;
    name: string;
  } | null;
};

export type CommentLine = {
  id: string;
  createdAt: string;
  editedAt: string | null;
  text: string;
  author: {
    name: string;
  } | null;
};

export type FileLine = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
};

export type CommentPage = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<CommentLine>;
};

export type FilePage = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<FileLine & {
    url: string;
  }>;
};

export type RequirementVersionPage = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<{
    number: number;
    createdAt: string;
    reason: string;
    author: {
      name: string;
    } | null;
    changes: Array<{
      field: string;
      before: string;
      after: string;
    }>;
  }>;
};

export type CaseVersionPage = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<{
    number: number;
    createdAt: string;
    reason: string;
    author: {
      name: string;
    } | null;
    changes: Array<{
      field: string;
      before: string;
      after: string;
    }>;
  }>;
};

export type MoreCommentsData = {
  node: {
    __typename: "Requirement";
    comments: CommentPage;
  } | {
    __typename: "TestCase";
    comments: CommentPage;
  } | {
    __typename: "Execution";
    comments: CommentPage;
  } | {
    __typename: "Defect";
    comments: CommentPage;
  } | {
    __typename: "other";
  } | null;
};

export type MoreCommentsVariables = { id: string; after?: string | null };

export const MoreComments: Operation<MoreCommentsData, MoreCommentsVariables> = operation(`query MoreComments($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Requirement {
      comments(first: 50, after: $after) {
        ...CommentPage
      }
    }
    ... on TestCase {
      comments(first: 50, after: $after) {
        ...CommentPage
      }
    }
    ... on Execution {
      comments(first: 50, after: $after) {
        ...CommentPage
      }
    }
    ... on Defect {
      comments(first: 50, after: $after) {
        ...CommentPage
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

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type MoreFilesData = {
  node: {
    __typename: "Requirement";
    attachments: FilePage;
  } | {
    __typename: "TestCase";
    attachments: FilePage;
  } | {
    __typename: "Execution";
    attachments: FilePage;
  } | {
    __typename: "Defect";
    attachments: FilePage;
  } | {
    __typename: "other";
  } | null;
};

export type MoreFilesVariables = { id: string; after?: string | null };

export const MoreFiles: Operation<MoreFilesData, MoreFilesVariables> = operation(`query MoreFiles($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Requirement {
      attachments(first: 50, after: $after) {
        ...FilePage
      }
    }
    ... on TestCase {
      attachments(first: 50, after: $after) {
        ...FilePage
      }
    }
    ... on Execution {
      attachments(first: 50, after: $after) {
        ...FilePage
      }
    }
    ... on Defect {
      attachments(first: 50, after: $after) {
        ...FilePage
      }
    }
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
}`);

export type MoreVersionsData = {
  node: {
    __typename: "Requirement";
    versions: RequirementVersionPage;
  } | {
    __typename: "TestCase";
    versions: CaseVersionPage;
  } | {
    __typename: "other";
  } | null;
};

export type MoreVersionsVariables = { id: string; after?: string | null };

export const MoreVersions: Operation<MoreVersionsData, MoreVersionsVariables> = operation(`query MoreVersions($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Requirement {
      versions(first: 50, after: $after, orderBy: [{field: NUMBER, direction: DESC}]) {
        ...RequirementVersionPage
      }
    }
    ... on TestCase {
      versions(first: 50, after: $after, orderBy: [{field: NUMBER, direction: DESC}]) {
        ...CaseVersionPage
      }
    }
  }
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

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
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
}`);
