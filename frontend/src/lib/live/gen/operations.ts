// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../operation";

export type ChangesData = {
  changes: {
    cursor: string;
    seq: number;
    op: "CREATE" | "UPDATE" | "DELETE" | "READY" | "BOOKMARK";
    entityType: "PROJECT" | "MEMBERSHIP" | "REQUIREMENT" | "REQUIREMENT_VERSION" | "REQUIREMENT_LINK" | "TEST_CASE" | "TEST_CASE_VERSION" | "TRACE_LINK" | "RELEASE" | "BUILD" | "ENVIRONMENT" | "TEST_CYCLE" | "EXECUTION" | "DEFECT" | "DEFECT_LINK" | "IMPORT_RUN" | "EXTERNAL_REFERENCE" | "COMMENT" | "ATTACHMENT" | "TAG" | "SUITE" | "SUITE_MEMBER" | "FAILURE_SIGNATURE" | "CONSUMER" | "WEBHOOK" | null;
    entityId: string | null;
    entityKey: string | null;
    refs: Array<string>;
  };
};

export type ChangesVariables = { project: string; after: string };

export const Changes: Operation<ChangesData, ChangesVariables> = operation(`subscription Changes($project: String!, $after: ChangeCursor!) {
  changes(project: $project, after: $after) {
    cursor
    seq
    op
    entityType
    entityId
    entityKey
    refs
  }
}`);

export type MissedChangesData = {
  project: {
    changes: {
      pageInfo: {
        endCursor: string;
        hasNextPage: boolean;
      };
      nodes: Array<{
        cursor: string;
        seq: number;
        op: "CREATE" | "UPDATE" | "DELETE" | "READY" | "BOOKMARK";
        entityType: "PROJECT" | "MEMBERSHIP" | "REQUIREMENT" | "REQUIREMENT_VERSION" | "REQUIREMENT_LINK" | "TEST_CASE" | "TEST_CASE_VERSION" | "TRACE_LINK" | "RELEASE" | "BUILD" | "ENVIRONMENT" | "TEST_CYCLE" | "EXECUTION" | "DEFECT" | "DEFECT_LINK" | "IMPORT_RUN" | "EXTERNAL_REFERENCE" | "COMMENT" | "ATTACHMENT" | "TAG" | "SUITE" | "SUITE_MEMBER" | "FAILURE_SIGNATURE" | "CONSUMER" | "WEBHOOK" | null;
        entityId: string | null;
        entityKey: string | null;
        refs: Array<string>;
      }>;
    };
  } | null;
};

export type MissedChangesVariables = { project: string; after: string };

export const MissedChanges: Operation<MissedChangesData, MissedChangesVariables> = operation(`query MissedChanges($project: String!, $after: ChangeCursor!) {
  project(key: $project) {
    changes(after: $after, first: 200) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        cursor
        seq
        op
        entityType
        entityId
        entityKey
        refs
      }
    }
  }
}`);
