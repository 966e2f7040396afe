// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.

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
