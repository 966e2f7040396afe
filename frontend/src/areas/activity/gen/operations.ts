// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf } from "../../../parts/gen/operations";

export type ActivityPage = {
  pageInfo: {
    hasPreviousPage: boolean;
    startCursor: string;
  };
  nodes: Array<{
    seq: number;
    at: string;
    op: "CREATE" | "UPDATE" | "DELETE" | "READY" | "BOOKMARK";
    entityType: "PROJECT" | "MEMBERSHIP" | "REQUIREMENT" | "REQUIREMENT_VERSION" | "REQUIREMENT_LINK" | "TEST_CASE" | "TEST_CASE_VERSION" | "TRACE_LINK" | "RELEASE" | "BUILD" | "ENVIRONMENT" | "TEST_CYCLE" | "EXECUTION" | "DEFECT" | "DEFECT_LINK" | "IMPORT_RUN" | "EXTERNAL_REFERENCE" | "COMMENT" | "ATTACHMENT" | "TAG" | "SUITE" | "SUITE_MEMBER" | "FAILURE_SIGNATURE" | "CONSUMER" | "WEBHOOK" | null;
    entityId: string | null;
    entityKey: string | null;
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

export type ActivityData = AsOf & {
  project: {
    changes: ActivityPage;
  } | null;
};

export type ActivityVariables = { project: string; filter?: Record<string, unknown> | null };

export const Activity: Operation<ActivityData, ActivityVariables> = operation(`query Activity($project: String!, $filter: ChangeFilter) {
  ...AsOf
  project(key: $project) {
    changes(last: 50, filter: $filter) {
      ...ActivityPage
    }
  }
}

fragment ActivityPage on ChangeConnection {
  pageInfo {
    hasPreviousPage
    startCursor
  }
  nodes {
    seq
    at
    op
    entityType
    entityId
    entityKey
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
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}`, ["ATTACHMENT","BUILD","COMMENT","CONSUMER","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","EXTERNAL_REFERENCE","FAILURE_SIGNATURE","IMPORT_RUN","MEMBERSHIP","PROJECT","RELEASE","REQUIREMENT","REQUIREMENT_LINK","REQUIREMENT_VERSION","SUITE","SUITE_MEMBER","TAG","TEST_CASE","TEST_CASE_VERSION","TEST_CYCLE","TRACE_LINK","WEBHOOK"]);

export type ActivityBeforeData = {
  project: {
    changes: ActivityPage;
  } | null;
};

export type ActivityBeforeVariables = { project: string; before: string; filter?: Record<string, unknown> | null };

export const ActivityBefore: Operation<ActivityBeforeData, ActivityBeforeVariables> = operation(`query ActivityBefore($project: String!, $before: ChangeCursor!, $filter: ChangeFilter) {
  project(key: $project) {
    changes(last: 50, before: $before, filter: $filter) {
      ...ActivityPage
    }
  }
}

fragment ActivityPage on ChangeConnection {
  pageInfo {
    hasPreviousPage
    startCursor
  }
  nodes {
    seq
    at
    op
    entityType
    entityId
    entityKey
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
