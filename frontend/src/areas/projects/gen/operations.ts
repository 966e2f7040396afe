// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, DefectLine, ExecutionLine, PageEnd, RequirementLine } from "../../../parts/gen/operations";

export type ProjectsData = {
  projects: {
    totalCount: number;
    pageInfo: PageEnd;
    nodes: Array<{
      key: string;
      name: string;
      description: string;
    }>;
  };
};

export type ProjectsVariables = { after?: string | null };

export const Projects: Operation<ProjectsData, ProjectsVariables> = operation(`query Projects($after: Cursor) {
  projects(first: 50, after: $after) {
    totalCount
    pageInfo {
      ...PageEnd
    }
    nodes {
      key
      name
      description
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type OverviewData = AsOf & {
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
      nodes: Array<DefectLine>;
    };
  } | null;
};

export type OverviewVariables = { project: string };

export const Overview: Operation<OverviewData, OverviewVariables> = operation(`query Overview($project: String!) {
  ...AsOf
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
      first: 10
      where: {statusIn: [NEW, CONFIRMED, ASSIGNED, IN_PROGRESS, RESOLVED, REOPENED]}
      orderBy: [{field: REPORTED_AT, direction: DESC}]
    ) {
      totalCount
      nodes {
        ...DefectLine
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
}`, ["BUILD","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);
