// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, PageEnd } from "../../../parts/gen/operations";

export type GraphRequirement = {
  id: string;
  key: string;
  title: string;
  coverage: {
    status: "UNCOVERED" | "NOT_RUN" | "PARTIAL" | "PASSED" | "FAILED" | "STALE" | "UNKNOWN";
  };
};

export type GraphCase = {
  id: string;
  key: string;
  title: string;
  lastStatus: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
};

export type GraphExecution = {
  id: string;
  outcome: "NOT_RUN" | "IN_PROGRESS" | "PASSED" | "FAILED" | "ERROR" | "BLOCKED" | "SKIPPED" | "INCONCLUSIVE" | "NOT_APPLICABLE" | "WAIVED";
  executedAt: string;
  build: {
    name: string;
  } | null;
  environment: {
    key: string;
  } | null;
};

export type GraphDefect = {
  id: string;
  key: string;
  title: string;
  status: "NEW" | "CONFIRMED" | "ASSIGNED" | "IN_PROGRESS" | "RESOLVED" | "VERIFIED" | "CLOSED" | "REOPENED" | "REJECTED" | "DEFERRED" | "DUPLICATE";
};

export type GraphLinkEnds = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<{
    id: string;
    state: "VALID" | "SUSPECT" | "ORPHANED" | "CLOSED";
    requirement: GraphRequirement | null;
    testCase: GraphCase | null;
  }>;
};

export type GraphRuns = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<GraphExecution & {
    testCase: GraphCase;
  }>;
};

export type GraphFlaws = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<GraphDefect>;
};

export type GraphTop = {
  totalCount: number;
  pageInfo: PageEnd;
  nodes: Array<GraphRequirement>;
};

export type RequirementAround = GraphRequirement & {
  parent: GraphRequirement | null;
  children: GraphTop;
  traceLinks: GraphLinkEnds & {
    nodes: Array<{
      testCase: {
        executions: GraphRuns & {
          nodes: Array<{
            defects: GraphFlaws;
          }>;
        };
      } | null;
    }>;
  };
};

export type CaseAround = GraphCase & {
  traceLinks: GraphLinkEnds;
  executions: GraphRuns & {
    nodes: Array<{
      defects: GraphFlaws;
    }>;
  };
};

export type ExecutionAround = GraphExecution & {
  testCase: GraphCase & {
    traceLinks: GraphLinkEnds;
  };
  defects: GraphFlaws;
};

export type DefectAround = GraphDefect & {
  executions: GraphRuns & {
    nodes: Array<{
      testCase: {
        traceLinks: GraphLinkEnds;
      };
    }>;
  };
};

export type GraphOfRequirementData = AsOf & {
  project: {
    start: RequirementAround | null;
  } | null;
};

export type GraphOfRequirementVariables = { project: string; key: string };

export const GraphOfRequirement: Operation<GraphOfRequirementData, GraphOfRequirementVariables> = operation(`query GraphOfRequirement($project: String!, $key: String!) {
  ...AsOf
  project(key: $project) {
    start: requirement(key: $key) {
      ...RequirementAround
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphFlaws on DefectConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphDefect
  }
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment GraphRuns on ExecutionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphExecution
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphTop on RequirementConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphRequirement
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementAround on Requirement {
  ...GraphRequirement
  parent {
    ...GraphRequirement
  }
  children(first: 20) {
    ...GraphTop
  }
  traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
    ...GraphLinkEnds
    nodes {
      testCase {
        executions(first: 3) {
          ...GraphRuns
          nodes {
            defects(first: 3) {
              ...GraphFlaws
            }
          }
        }
      }
    }
  }
}`, ["BUILD","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type GraphOfCaseData = AsOf & {
  project: {
    start: CaseAround | null;
  } | null;
};

export type GraphOfCaseVariables = { project: string; key: string };

export const GraphOfCase: Operation<GraphOfCaseData, GraphOfCaseVariables> = operation(`query GraphOfCase($project: String!, $key: String!) {
  ...AsOf
  project(key: $project) {
    start: testCase(key: $key) {
      ...CaseAround
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment CaseAround on TestCase {
  ...GraphCase
  traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
    ...GraphLinkEnds
  }
  executions(first: 20) {
    ...GraphRuns
    nodes {
      defects(first: 3) {
        ...GraphFlaws
      }
    }
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphFlaws on DefectConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphDefect
  }
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment GraphRuns on ExecutionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphExecution
    testCase {
      ...GraphCase
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["BUILD","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type GraphOfDefectData = AsOf & {
  project: {
    start: DefectAround | null;
  } | null;
};

export type GraphOfDefectVariables = { project: string; key: string };

export const GraphOfDefect: Operation<GraphOfDefectData, GraphOfDefectVariables> = operation(`query GraphOfDefect($project: String!, $key: String!) {
  ...AsOf
  project(key: $project) {
    start: defect(key: $key) {
      ...DefectAround
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment DefectAround on Defect {
  ...GraphDefect
  executions(first: 20) {
    ...GraphRuns
    nodes {
      testCase {
        traceLinks(first: 5, where: {stateNEQ: CLOSED}) {
          ...GraphLinkEnds
        }
      }
    }
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment GraphRuns on ExecutionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphExecution
    testCase {
      ...GraphCase
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["BUILD","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type GraphOfExecutionData = AsOf & {
  start: ExecutionAround & {
    __typename: "Execution";
  } | {
    __typename: "other";
  } | null;
};

export type GraphOfExecutionVariables = { project: string; id: string };

export const GraphOfExecution: Operation<GraphOfExecutionData, GraphOfExecutionVariables> = operation(`query GraphOfExecution($project: String!, $id: ID!) {
  ...AsOf
  start: node(id: $id) {
    __typename
    ... on Execution {
      ...ExecutionAround
    }
  }
}

fragment AsOf on Query {
  snapshot(project: $project) {
    cursor
    seq
  }
}

fragment ExecutionAround on Execution {
  ...GraphExecution
  testCase {
    ...GraphCase
    traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
      ...GraphLinkEnds
    }
  }
  defects(first: 20) {
    ...GraphFlaws
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphFlaws on DefectConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphDefect
  }
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["BUILD","DEFECT","DEFECT_LINK","ENVIRONMENT","EXECUTION","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);

export type GraphAroundData = {
  start: RequirementAround & {
    __typename: "Requirement";
  } | CaseAround & {
    __typename: "TestCase";
  } | ExecutionAround & {
    __typename: "Execution";
  } | DefectAround & {
    __typename: "Defect";
  } | {
    __typename: "other";
  } | null;
};

export type GraphAroundVariables = { id: string };

export const GraphAround: Operation<GraphAroundData, GraphAroundVariables> = operation(`query GraphAround($id: ID!) {
  start: node(id: $id) {
    __typename
    ... on Requirement {
      ...RequirementAround
    }
    ... on TestCase {
      ...CaseAround
    }
    ... on Execution {
      ...ExecutionAround
    }
    ... on Defect {
      ...DefectAround
    }
  }
}

fragment CaseAround on TestCase {
  ...GraphCase
  traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
    ...GraphLinkEnds
  }
  executions(first: 20) {
    ...GraphRuns
    nodes {
      defects(first: 3) {
        ...GraphFlaws
      }
    }
  }
}

fragment DefectAround on Defect {
  ...GraphDefect
  executions(first: 20) {
    ...GraphRuns
    nodes {
      testCase {
        traceLinks(first: 5, where: {stateNEQ: CLOSED}) {
          ...GraphLinkEnds
        }
      }
    }
  }
}

fragment ExecutionAround on Execution {
  ...GraphExecution
  testCase {
    ...GraphCase
    traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
      ...GraphLinkEnds
    }
  }
  defects(first: 20) {
    ...GraphFlaws
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphFlaws on DefectConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphDefect
  }
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment GraphRuns on ExecutionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphExecution
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphTop on RequirementConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphRequirement
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment RequirementAround on Requirement {
  ...GraphRequirement
  parent {
    ...GraphRequirement
  }
  children(first: 20) {
    ...GraphTop
  }
  traceLinks(first: 20, where: {stateNEQ: CLOSED}) {
    ...GraphLinkEnds
    nodes {
      testCase {
        executions(first: 3) {
          ...GraphRuns
          nodes {
            defects(first: 3) {
              ...GraphFlaws
            }
          }
        }
      }
    }
  }
}`);

export type GraphChildrenData = {
  start: {
    __typename: "Requirement";
    id: string;
    children: GraphTop;
  } | {
    __typename: "other";
  } | null;
};

export type GraphChildrenVariables = { id: string; after?: string | null };

export const GraphChildren: Operation<GraphChildrenData, GraphChildrenVariables> = operation(`query GraphChildren($id: ID!, $after: Cursor) {
  start: node(id: $id) {
    __typename
    ... on Requirement {
      id
      children(first: 20, after: $after) {
        ...GraphTop
      }
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment GraphTop on RequirementConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphRequirement
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type GraphLinksData = {
  start: {
    __typename: "Requirement";
    id: string;
    traceLinks: GraphLinkEnds;
  } | {
    __typename: "TestCase";
    id: string;
    traceLinks: GraphLinkEnds;
  } | {
    __typename: "other";
  } | null;
};

export type GraphLinksVariables = { id: string; after?: string | null };

export const GraphLinks: Operation<GraphLinksData, GraphLinksVariables> = operation(`query GraphLinks($id: ID!, $after: Cursor) {
  start: node(id: $id) {
    __typename
    ... on Requirement {
      id
      traceLinks(first: 20, after: $after, where: {stateNEQ: CLOSED}) {
        ...GraphLinkEnds
      }
    }
    ... on TestCase {
      id
      traceLinks(first: 20, after: $after, where: {stateNEQ: CLOSED}) {
        ...GraphLinkEnds
      }
    }
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphLinkEnds on TraceLinkConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    id
    state
    requirement {
      ...GraphRequirement
    }
    testCase {
      ...GraphCase
    }
  }
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type GraphExecutionsData = {
  start: {
    __typename: "TestCase";
    id: string;
    executions: GraphRuns;
  } | {
    __typename: "Defect";
    id: string;
    executions: GraphRuns;
  } | {
    __typename: "other";
  } | null;
};

export type GraphExecutionsVariables = { id: string; after?: string | null };

export const GraphExecutions: Operation<GraphExecutionsData, GraphExecutionsVariables> = operation(`query GraphExecutions($id: ID!, $after: Cursor) {
  start: node(id: $id) {
    __typename
    ... on TestCase {
      id
      executions(first: 20, after: $after) {
        ...GraphRuns
      }
    }
    ... on Defect {
      id
      executions(first: 20, after: $after) {
        ...GraphRuns
      }
    }
  }
}

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphExecution on Execution {
  id
  outcome: status
  executedAt
  build {
    name
  }
  environment {
    key
  }
}

fragment GraphRuns on ExecutionConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphExecution
    testCase {
      ...GraphCase
    }
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type GraphDefectsData = {
  start: {
    __typename: "Execution";
    id: string;
    defects: GraphFlaws;
  } | {
    __typename: "other";
  } | null;
};

export type GraphDefectsVariables = { id: string; after?: string | null };

export const GraphDefects: Operation<GraphDefectsData, GraphDefectsVariables> = operation(`query GraphDefects($id: ID!, $after: Cursor) {
  start: node(id: $id) {
    __typename
    ... on Execution {
      id
      defects(first: 20, after: $after) {
        ...GraphFlaws
      }
    }
  }
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphFlaws on DefectConnection {
  totalCount
  pageInfo {
    ...PageEnd
  }
  nodes {
    ...GraphDefect
  }
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`);

export type GraphStartsData = AsOf & {
  project: {
    requirements: {
      nodes: Array<GraphRequirement>;
    };
    testCases: {
      nodes: Array<GraphCase>;
    };
    defects: {
      nodes: Array<GraphDefect>;
    };
  } | null;
};

export type GraphStartsVariables = { project: string; text: string };

export const GraphStarts: Operation<GraphStartsData, GraphStartsVariables> = operation(`query GraphStarts($project: String!, $text: String!) {
  ...AsOf
  project(key: $project) {
    requirements(
      first: 20
      where: {or: [{keyContainsFold: $text}, {titleContainsFold: $text}]}
    ) {
      nodes {
        ...GraphRequirement
      }
    }
    testCases(
      first: 10
      where: {or: [{keyContainsFold: $text}, {titleContainsFold: $text}]}
    ) {
      nodes {
        ...GraphCase
      }
    }
    defects(
      first: 10
      where: {or: [{keyContainsFold: $text}, {titleContainsFold: $text}]}
    ) {
      nodes {
        ...GraphDefect
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

fragment GraphCase on TestCase {
  id
  key
  title
  lastStatus
}

fragment GraphDefect on Defect {
  id
  key
  title
  status
}

fragment GraphRequirement on Requirement {
  id
  key
  title
  coverage {
    status
  }
}`, ["DEFECT","DEFECT_LINK","EXECUTION","PROJECT","REQUIREMENT","REQUIREMENT_LINK","TEST_CASE","TRACE_LINK"]);
