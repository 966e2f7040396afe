// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, PageEnd } from "../../../parts/gen/operations";

export type SuspectLink = {
  id: string;
  version: number;
  state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
  role: "VERIFIES" | "VALIDATES" | "SATISFIES" | "REFINES" | "DERIVES" | "RELATES";
  requirementVersion: number;
  testCaseVersion: number;
  changedFields: Array<string>;
  requirement: {
    key: string;
    title: string;
    contentVersion: number;
    versions: {
      nodes: Array<{
        number: number;
        reason: string;
        changes: Array<{
          field: string;
          before: string;
          after: string;
        }>;
      }>;
    };
  } | null;
  testCase: {
    key: string;
    title: string;
    contentVersion: number;
    lastStatus: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
    versions: {
      nodes: Array<{
        number: number;
        reason: string;
        changes: Array<{
          field: string;
          before: string;
          after: string;
        }>;
      }>;
    };
  } | null;
};

export type SuspectLinksData = AsOf & {
  project: {
    suspects: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<SuspectLink>;
    };
  } | null;
};

export type SuspectLinksVariables = { project: string; after?: string | null };

export const SuspectLinks: Operation<SuspectLinksData, SuspectLinksVariables> = operation(`query SuspectLinks($project: String!, $after: Cursor) {
  ...AsOf
  project(key: $project) {
    suspects: traceLinks(first: 50, after: $after, where: {state: SUSPECT}) {
      totalCount
      pageInfo {
        ...PageEnd
      }
      nodes {
        ...SuspectLink
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
}

fragment SuspectLink on TraceLink {
  id
  version
  state
  role
  requirementVersion
  testCaseVersion
  changedFields
  requirement {
    key
    title
    contentVersion
    versions(first: 5) {
      nodes {
        number
        reason
        changes {
          field
          before
          after
        }
      }
    }
  }
  testCase {
    key
    title
    contentVersion
    lastStatus
    versions(first: 5) {
      nodes {
        number
        reason
        changes {
          field
          before
          after
        }
      }
    }
  }
}`, ["PROJECT","REQUIREMENT","REQUIREMENT_VERSION","TEST_CASE","TEST_CASE_VERSION","TRACE_LINK"]);

export type AffirmLinksData = {
  linkAffirm: {
    traceLinks: Array<{
      id: string;
      version: number;
      state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
    }>;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type AffirmLinksVariables = { input: Record<string, unknown> };

export const AffirmLinks: Operation<AffirmLinksData, AffirmLinksVariables> = operation(`mutation AffirmLinks($input: LinksInput!) {
  linkAffirm(input: $input) {
    traceLinks {
      id
      version
      state
    }
    userErrors {
      message
      field
      code
    }
  }
}`);

export type RetireLinksData = {
  linkRetire: {
    traceLinks: Array<{
      id: string;
      version: number;
      state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
    }>;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type RetireLinksVariables = { input: Record<string, unknown> };

export const RetireLinks: Operation<RetireLinksData, RetireLinksVariables> = operation(`mutation RetireLinks($input: LinksInput!) {
  linkRetire(input: $input) {
    traceLinks {
      id
      version
      state
    }
    userErrors {
      message
      field
      code
    }
  }
}`);
