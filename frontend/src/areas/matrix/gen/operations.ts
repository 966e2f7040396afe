// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf } from "../../../parts/gen/operations";

export type MatrixRow = {
  id: string;
  key: string;
  title: string;
  contentVersion: number;
  coverage: {
    status: "UNCOVERED" | "NOT_RUN" | "PARTIAL" | "PASSED" | "FAILED" | "STALE" | "UNKNOWN";
    cases: number;
    passed: number;
  };
};

export type MatrixColumn = {
  id: string;
  key: string;
  title: string;
  contentVersion: number;
  lastStatus: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
};

export type MatrixSet = {
  row: number;
  column: number;
  evidence: "UNCOVERED" | "NOT_RUN" | "PARTIAL" | "PASSED" | "FAILED" | "STALE" | "UNKNOWN";
  links: Array<{
    id: string;
    role: "VERIFIES" | "VALIDATES" | "SATISFIES" | "REFINES" | "DERIVES" | "RELATES";
    state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
  }>;
};

export type MatrixWindowData = AsOf & {
  project: {
    matrix: {
      rowCount: number;
      columnCount: number;
      rows: Array<MatrixRow>;
      columns: Array<MatrixColumn>;
      cells: Array<MatrixSet>;
    };
  } | null;
};

export type MatrixWindowVariables = { project: string; rowFrom: number; rowFirst: number; rowText: string; columnFrom: number; columnFirst: number; columnText: string; gaps: boolean; linked: boolean };

export const MatrixWindow: Operation<MatrixWindowData, MatrixWindowVariables> = operation(`query MatrixWindow($project: String!, $rowFrom: Int!, $rowFirst: Int!, $rowText: String!, $columnFrom: Int!, $columnFirst: Int!, $columnText: String!, $gaps: Boolean!, $linked: Boolean!) {
  ...AsOf
  project(key: $project) {
    matrix(
      rows: {from: $rowFrom, first: $rowFirst, text: $rowText}
      columns: {from: $columnFrom, first: $columnFirst, text: $columnText}
      gaps: $gaps
      linked: $linked
    ) {
      rowCount
      columnCount
      rows {
        ...MatrixRow
      }
      columns {
        ...MatrixColumn
      }
      cells {
        ...MatrixSet
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

fragment MatrixColumn on TestCase {
  id
  key
  title
  contentVersion
  lastStatus
}

fragment MatrixRow on Requirement {
  id
  key
  title
  contentVersion
  coverage {
    status
    cases
    passed
  }
}

fragment MatrixSet on MatrixCell {
  row
  column
  evidence
  links {
    id
    role
    state
  }
}`, ["DEFECT","DEFECT_LINK","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type MatrixLinksData = {
  nodes: Array<{
    __typename: "TraceLink";
    id: string;
    role: "VERIFIES" | "VALIDATES" | "SATISFIES" | "REFINES" | "DERIVES" | "RELATES";
    state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
    requirementVersion: number;
    testCaseVersion: number;
    changedFields: Array<string>;
    reason: string;
    affirmedAt: string | null;
    affirmedBy: {
      name: string;
    } | null;
  } | {
    __typename: "other";
  } | null>;
};

export type MatrixLinksVariables = { ids: Array<string> };

export const MatrixLinks: Operation<MatrixLinksData, MatrixLinksVariables> = operation(`query MatrixLinks($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on TraceLink {
      id
      role
      state
      requirementVersion
      testCaseVersion
      changedFields
      reason
      affirmedAt
      affirmedBy {
        name
      }
    }
  }
}`);

export type MatrixListData = AsOf & {
  project: {
    matrix: {
      rowCount: number;
      rows: Array<MatrixRow & {
        traceLinks: {
          totalCount: number;
          nodes: Array<{
            id: string;
            state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
            testCase: MatrixColumn | null;
          }>;
        };
      }>;
    };
  } | null;
};

export type MatrixListVariables = { project: string; from: number; first: number; text: string; gaps: boolean };

export const MatrixList: Operation<MatrixListData, MatrixListVariables> = operation(`query MatrixList($project: String!, $from: Int!, $first: Int!, $text: String!, $gaps: Boolean!) {
  ...AsOf
  project(key: $project) {
    matrix(
      rows: {from: $from, first: $first, text: $text}
      columns: {first: 0}
      gaps: $gaps
    ) {
      rowCount
      rows {
        ...MatrixRow
        traceLinks(first: 20, where: {stateNEQ: CLOSED, hasTestCase: true}) {
          totalCount
          nodes {
            id
            state
            testCase {
              ...MatrixColumn
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

fragment MatrixColumn on TestCase {
  id
  key
  title
  contentVersion
  lastStatus
}

fragment MatrixRow on Requirement {
  id
  key
  title
  contentVersion
  coverage {
    status
    cases
    passed
  }
}`, ["DEFECT","DEFECT_LINK","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);
