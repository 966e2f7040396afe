// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, DefectLine, ExecutionLine, RequirementLine } from "../../../parts/gen/operations";

export type HomeData = AsOf & {
  viewer: {
    id: string;
  };
  project: {
    key: string;
    name: string;
    description: string;
    requirements: {
      totalCount: number;
    };
    testCases: {
      totalCount: number;
    };
    executions: {
      totalCount: number;
    };
    defects: {
      totalCount: number;
    };
    top: {
      totalCount: number;
      nodes: Array<RequirementLine>;
    };
    failures: {
      totalCount: number;
      nodes: Array<ExecutionLine>;
    };
    suspects: {
      totalCount: number;
    };
    open: {
      totalCount: number;
      nodes: Array<DefectLine & {
        assignee: {
          id: string;
        } | null;
      }>;
    };
    trend: {
      nodes: Array<{
        key: string;
        name: string;
        all: {
          totalCount: number;
        };
        passed: {
          totalCount: number;
        };
        failed: {
          totalCount: number;
        };
      }>;
    };
    latest: {
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
  } | null;
};

export type HomeVariables = { project: string };

export const Home: Operation<HomeData, HomeVariables> = operation(`query Home($project: String!) {
  ...AsOf
  viewer {
    id
  }
  project(key: $project) {
    key
    name
    description
    requirements(first: 0) {
      totalCount
    }
    testCases(first: 0) {
      totalCount
    }
    executions(first: 0) {
      totalCount
    }
    defects(first: 0) {
      totalCount
    }
    top: requirements(
      first: 50
      where: {hasParent: false}
      orderBy: [{field: POSITION, direction: ASC}]
    ) {
      totalCount
      nodes {
        ...RequirementLine
      }
    }
    failures: executions(first: 10, where: {statusIn: [FAILED, ERROR]}) {
      totalCount
      nodes {
        ...ExecutionLine
      }
    }
    suspects: traceLinks(first: 0, where: {state: SUSPECT}) {
      totalCount
    }
    open: defects(
      first: 50
      where: {statusIn: [NEW, CONFIRMED, ASSIGNED, IN_PROGRESS, RESOLVED, REOPENED]}
      orderBy: [{field: REPORTED_AT, direction: DESC}]
    ) {
      totalCount
      nodes {
        ...DefectLine
        assignee {
          id
        }
      }
    }
    trend: builds(first: 8, orderBy: [{field: BUILT_AT, direction: DESC}]) {
      nodes {
        key
        name
        all: executions(first: 0) {
          totalCount
        }
        passed: executions(first: 0, where: {status: PASSED}) {
          totalCount
        }
        failed: executions(first: 0, where: {statusIn: [FAILED, ERROR]}) {
          totalCount
        }
      }
    }
    latest: changes(last: 20) {
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
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
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

fragment RequirementLine on Requirement {
  key
  title
  status
  coverage {
    status
    cases
    passed
    failed
    notRun
    stale
    openDefects
  }
}`, ["ATTACHMENT","BUILD","COMMENT","CONSUMER","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","EXTERNAL_REFERENCE","FAILURE_SIGNATURE","IMPORT_RUN","MEMBERSHIP","PROJECT","RELEASE","REQUIREMENT","REQUIREMENT_LINK","REQUIREMENT_VERSION","SUITE","SUITE_MEMBER","TAG","TEST_CASE","TEST_CASE_VERSION","TEST_CYCLE","TRACE_LINK","WEBHOOK"]);
