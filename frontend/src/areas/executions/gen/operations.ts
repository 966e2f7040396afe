// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, CommentPage, DefectLine, ExecutionLine, FilePage, PageEnd } from "../../../parts/gen/operations";

export type ExecutionListData = AsOf & {
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
      nodes: Array<ExecutionLine & {
        tags: Array<{
          name: string;
        }>;
      }>;
    };
  } | null;
};

export type ExecutionListVariables = { project: string; where: Record<string, unknown>; order: Array<Record<string, unknown>>; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const ExecutionList: Operation<ExecutionListData, ExecutionListVariables> = operation(`query ExecutionList($project: String!, $where: ExecutionWhereInput!, $order: [ExecutionOrder!]!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    all: executions(first: 0) {
      totalCount
    }
    level: executions(
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
        ...ExecutionLine
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
}`, ["BUILD","ENVIRONMENT","EXECUTION","PROJECT","TAG","TEST_CASE"]);

export type ExecutionDetailData = AsOf & {
  node: ExecutionLine & {
    __typename: "Execution";
    project: {
      key: string;
    };
    rawStatus: string;
    attempt: number;
    testCaseVersion: number;
    name: string;
    className: string;
    failureText: string;
    failureType: string;
    durationMs: number;
    executor: string;
    sourceFile: string;
    sourceLine: number;
    cycle: {
      key: string;
      name: string;
    } | null;
    pinned: {
      contentVersion: number;
      lastStatus: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
    };
    stepResults: Array<{
      name: string;
      status: string;
      message: string;
      durationMs: number;
    }>;
    properties: Array<{
      name: string;
      value: string;
    }>;
    tags: Array<{
      name: string;
    }>;
    defects: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<DefectLine>;
    };
    signature: {
      id: string;
      text: string;
      class: "PRODUCT" | "AUTOMATION" | "ENVIRONMENT" | "DATA" | "REQUIREMENT" | "NO_DEFECT" | "TO_INVESTIGATE";
      note: string;
      firstSeenAt: string;
      lastSeenAt: string;
      defect: DefectLine | null;
      proposedDefects: Array<DefectLine>;
      executions: {
        totalCount: number;
        pageInfo: PageEnd;
        nodes: Array<ExecutionLine>;
      };
    } | null;
    comments: CommentPage;
    attachments: FilePage;
  } | {
    __typename: "other";
  } | null;
};

export type ExecutionDetailVariables = { project: string; id: string };

export const ExecutionDetail: Operation<ExecutionDetailData, ExecutionDetailVariables> = operation(`query ExecutionDetail($project: String!, $id: ID!) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on Execution {
      ...ExecutionLine
      project {
        key
      }
      rawStatus
      attempt
      testCaseVersion
      name
      className
      failureText
      failureType
      durationMs
      executor
      sourceFile
      sourceLine
      cycle {
        key
        name
      }
      pinned: testCase {
        contentVersion
        lastStatus
      }
      stepResults {
        name
        status
        message
        durationMs
      }
      properties {
        name
        value
      }
      tags {
        name
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
      signature {
        id
        text
        class
        note
        firstSeenAt
        lastSeenAt
        defect {
          ...DefectLine
        }
        proposedDefects {
          ...DefectLine
        }
        executions(first: 20) {
          totalCount
          pageInfo {
            ...PageEnd
          }
          nodes {
            ...ExecutionLine
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
}`, ["ATTACHMENT","BUILD","COMMENT","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","FAILURE_SIGNATURE","PROJECT","TAG","TEST_CASE","TEST_CYCLE"]);

export type ExecutionDefectsData = {
  node: {
    __typename: "Execution";
    defects: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<DefectLine>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type ExecutionDefectsVariables = { id: string; after?: string | null };

export const ExecutionDefects: Operation<ExecutionDefectsData, ExecutionDefectsVariables> = operation(`query ExecutionDefects($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Execution {
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

export type SignatureExecutionsData = {
  node: {
    __typename: "FailureSignature";
    executions: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<ExecutionLine>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type SignatureExecutionsVariables = { id: string; after?: string | null };

export const SignatureExecutions: Operation<SignatureExecutionsData, SignatureExecutionsVariables> = operation(`query SignatureExecutions($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on FailureSignature {
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
