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

export type CommentAddData = {
  commentAdd: {
    comment: CommentLine | null;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type CommentAddVariables = { about: string; text: string; key?: string | null };

export const CommentAdd: Operation<CommentAddData, CommentAddVariables> = operation(`mutation CommentAdd($about: ID!, $text: String!, $key: String) {
  commentAdd(input: {about: $about, text: $text}, idempotencyKey: $key) {
    comment {
      ...CommentLine
    }
    userErrors {
      message
      field
      code
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
}`);

export type CommentReviseData = {
  commentRevise: {
    comment: {
      id: string;
      version: number;
      text: string;
    } | null;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type CommentReviseVariables = { id: string; version: number; text: string };

export const CommentRevise: Operation<CommentReviseData, CommentReviseVariables> = operation(`mutation CommentRevise($id: ID!, $version: Int!, $text: String!) {
  commentRevise(input: {id: $id, expectedVersion: $version, text: $text}) {
    comment {
      id
      version
      text
    }
    userErrors {
      message
      field
      code
    }
  }
}`);

export type CommentTrashData = {
  commentTrash: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type CommentTrashVariables = { id: string };

export const CommentTrash: Operation<CommentTrashData, CommentTrashVariables> = operation(`mutation CommentTrash($id: ID!) {
  commentTrash(input: {ids: [$id]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type CommentRestoreData = {
  commentRestore: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type CommentRestoreVariables = { id: string };

export const CommentRestore: Operation<CommentRestoreData, CommentRestoreVariables> = operation(`mutation CommentRestore($id: ID!) {
  commentRestore(input: {ids: [$id]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type CommentNowData = {
  viewer: {
    id: string;
  };
  node: {
    __typename: "Comment";
    text: string;
    version: number;
    author: {
      id: string;
      name: string;
    } | null;
  } | {
    __typename: "other";
  } | null;
};

export type CommentNowVariables = { id: string };

export const CommentNow: Operation<CommentNowData, CommentNowVariables> = operation(`query CommentNow($id: ID!) {
  viewer {
    id
  }
  node(id: $id) {
    __typename
    ... on Comment {
      text
      version
      author {
        id
        name
      }
    }
  }
}`);

export type AttachmentTrashData = {
  attachmentTrash: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type AttachmentTrashVariables = { id: string };

export const AttachmentTrash: Operation<AttachmentTrashData, AttachmentTrashVariables> = operation(`mutation AttachmentTrash($id: ID!) {
  attachmentTrash(input: {ids: [$id]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type AttachmentRestoreData = {
  attachmentRestore: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type AttachmentRestoreVariables = { id: string };

export const AttachmentRestore: Operation<AttachmentRestoreData, AttachmentRestoreVariables> = operation(`mutation AttachmentRestore($id: ID!) {
  attachmentRestore(input: {ids: [$id]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type TagAddData = {
  tagAdd: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type TagAddVariables = { about: string; name: string };

export const TagAdd: Operation<TagAddData, TagAddVariables> = operation(`mutation TagAdd($about: ID!, $name: String!) {
  tagAdd(input: {about: [$about], names: [$name]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type TagRemoveData = {
  tagRemove: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type TagRemoveVariables = { about: string; name: string };

export const TagRemove: Operation<TagRemoveData, TagRemoveVariables> = operation(`mutation TagRemove($about: ID!, $name: String!) {
  tagRemove(input: {about: [$about], names: [$name]}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type TagsOf = {
  tags: Array<{
    name: string;
    count: number;
  }>;
};

export type TagsInUseData = {
  node: {
    __typename: "Requirement";
    project: TagsOf;
  } | {
    __typename: "TestCase";
    project: TagsOf;
  } | {
    __typename: "Execution";
    project: TagsOf;
  } | {
    __typename: "Defect";
    project: TagsOf;
  } | {
    __typename: "other";
  } | null;
};

export type TagsInUseVariables = { id: string };

export const TagsInUse: Operation<TagsInUseData, TagsInUseVariables> = operation(`query TagsInUse($id: ID!) {
  node(id: $id) {
    __typename
    ... on Requirement {
      project {
        ...TagsOf
      }
    }
    ... on TestCase {
      project {
        ...TagsOf
      }
    }
    ... on Execution {
      project {
        ...TagsOf
      }
    }
    ... on Defect {
      project {
        ...TagsOf
      }
    }
  }
}

fragment TagsOf on Project {
  tags {
    name
    count
  }
}`);

export type PastPage = {
  pageInfo: {
    hasPreviousPage: boolean;
    startCursor: string;
  };
  nodes: Array<{
    cursor: string;
    at: string;
    op: "CREATE" | "UPDATE" | "DELETE" | "READY" | "BOOKMARK";
    entityType: "PROJECT" | "MEMBERSHIP" | "REQUIREMENT" | "REQUIREMENT_VERSION" | "REQUIREMENT_LINK" | "TEST_CASE" | "TEST_CASE_VERSION" | "TRACE_LINK" | "RELEASE" | "BUILD" | "ENVIRONMENT" | "TEST_CYCLE" | "EXECUTION" | "DEFECT" | "DEFECT_LINK" | "IMPORT_RUN" | "EXTERNAL_REFERENCE" | "COMMENT" | "ATTACHMENT" | "TAG" | "SUITE" | "SUITE_MEMBER" | "FAILURE_SIGNATURE" | "CONSUMER" | "WEBHOOK" | null;
    actor: {
      name: string;
    } | null;
    cause: {
      kind: "API" | "IMPORT" | "RULE" | "SYSTEM";
      importRun: {
        id: string;
      } | null;
    } | null;
    fields: Array<{
      field: string;
      before: unknown | null;
      after: unknown | null;
      omitted: boolean;
    }>;
  }>;
};

export type PastOfData = {
  node: {
    __typename: "Requirement";
    project: {
      key: string;
      changes: PastPage;
    };
  } | {
    __typename: "TestCase";
    project: {
      key: string;
      changes: PastPage;
    };
  } | {
    __typename: "Execution";
    project: {
      key: string;
      changes: PastPage;
    };
  } | {
    __typename: "Defect";
    project: {
      key: string;
      changes: PastPage;
    };
  } | {
    __typename: "other";
  } | null;
};

export type PastOfVariables = { id: string; before?: string | null };

export const PastOf: Operation<PastOfData, PastOfVariables> = operation(`query PastOf($id: ID!, $before: ChangeCursor) {
  node(id: $id) {
    __typename
    ... on Requirement {
      project {
        key
        changes(last: 20, before: $before, filter: {entities: [$id]}) {
          ...PastPage
        }
      }
    }
    ... on TestCase {
      project {
        key
        changes(last: 20, before: $before, filter: {entities: [$id]}) {
          ...PastPage
        }
      }
    }
    ... on Execution {
      project {
        key
        changes(last: 20, before: $before, filter: {entities: [$id]}) {
          ...PastPage
        }
      }
    }
    ... on Defect {
      project {
        key
        changes(last: 20, before: $before, filter: {entities: [$id]}) {
          ...PastPage
        }
      }
    }
  }
}

fragment PastPage on ChangeConnection {
  pageInfo {
    hasPreviousPage
    startCursor
  }
  nodes {
    cursor
    at
    op
    entityType
    actor {
      name
    }
    cause {
      kind
      importRun {
        id
      }
    }
    fields {
      field
      before
      after
      omitted
    }
  }
}`);
