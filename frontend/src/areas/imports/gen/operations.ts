// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, ExecutionLine, PageEnd } from "../../../parts/gen/operations";

export type ImportRunsData = AsOf & {
  project: {
    importRuns: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<{
        id: string;
        createdAt: string;
        format: string;
        source: string;
        files: number;
        created: number;
        updated: number;
        unchanged: number;
        warningCount: number;
      }>;
    };
  } | null;
};

export type ImportRunsVariables = { project: string; after?: string | null };

export const ImportRuns: Operation<ImportRunsData, ImportRunsVariables> = operation(`query ImportRuns($project: String!, $after: Cursor) {
  ...AsOf
  project(key: $project) {
    importRuns(
      first: 50
      after: $after
      orderBy: [{field: CREATED_AT, direction: DESC}]
    ) {
      totalCount
      pageInfo {
        ...PageEnd
      }
      nodes {
        id
        createdAt
        format
        source
        files
        created
        updated
        unchanged
        warningCount
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

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["IMPORT_RUN","PROJECT"]);

export type ImportRunDetailData = AsOf & {
  node: {
    __typename: "ImportRun";
    id: string;
    createdAt: string;
    format: string;
    source: string;
    files: number;
    created: number;
    updated: number;
    unchanged: number;
    warningCount: number;
    project: {
      key: string;
    };
    counts: Array<{
      kind: string;
      count: number;
    }>;
    warnings: Array<{
      file: string;
      line: number;
      field: string;
      message: string;
    }>;
    executions: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<ExecutionLine>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type ImportRunDetailVariables = { project: string; id: string };

export const ImportRunDetail: Operation<ImportRunDetailData, ImportRunDetailVariables> = operation(`query ImportRunDetail($project: String!, $id: ID!) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on ImportRun {
      id
      createdAt
      format
      source
      files
      created
      updated
      unchanged
      warningCount
      project {
        key
      }
      counts {
        kind
        count
      }
      warnings {
        file
        line
        field
        message
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
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["BUILD","ENVIRONMENT","EXECUTION","IMPORT_RUN","PROJECT","TEST_CASE"]);

export type ImportRunExecutionsData = {
  node: {
    __typename: "ImportRun";
    executions: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<ExecutionLine>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type ImportRunExecutionsVariables = { id: string; after?: string | null };

export const ImportRunExecutions: Operation<ImportRunExecutionsData, ImportRunExecutionsVariables> = operation(`query ImportRunExecutions($id: ID!, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on ImportRun {
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
