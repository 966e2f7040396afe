// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { CommentLine, DefectLine, ExecutionLine, FileLine, PageEnd } from "../../../parts/gen/operations";

export type ExecutionListData = {
  project: {
    executions: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<ExecutionLine>;
    };
  } | null;
};

export type ExecutionListVariables = { project: string; after?: string | null };

export const ExecutionList: Operation<ExecutionListData, ExecutionListVariables> = operation(`query ExecutionList($project: String!, $after: Cursor) {
  project(key: $project) {
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

export type ExecutionDetailData = {
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
        nodes: Array<ExecutionLine>;
      };
    } | null;
    comments: {
      totalCount: number;
      nodes: Array<CommentLine>;
    };
    attachments: {
      totalCount: number;
      nodes: Array<FileLine & {
        url: string;
      }>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type ExecutionDetailVariables = { id: string };

export const ExecutionDetail: Operation<ExecutionDetailData, ExecutionDetailVariables> = operation(`query ExecutionDetail($id: ID!) {
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
          nodes {
            ...ExecutionLine
          }
        }
      }
      comments(first: 50) {
        totalCount
        nodes {
          ...CommentLine
        }
      }
      attachments(first: 50) {
        totalCount
        nodes {
          ...FileLine
          url
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
}`);
