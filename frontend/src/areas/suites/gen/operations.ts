// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, CaseLine, PageEnd } from "../../../parts/gen/operations";

export type SuiteBranch = {
  id: string;
  name: string;
  description: string;
  children: {
    totalCount: number;
  };
  testCases: {
    totalCount: number;
  };
};

export type SuiteRootsData = AsOf & {
  project: {
    level: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<SuiteBranch>;
    };
  } | null;
};

export type SuiteRootsVariables = { project: string; after?: string | null };

export const SuiteRoots: Operation<SuiteRootsData, SuiteRootsVariables> = operation(`query SuiteRoots($project: String!, $after: Cursor) {
  ...AsOf
  project(key: $project) {
    level: topSuites(first: 50, after: $after) {
      totalCount
      pageInfo {
        ...PageEnd
      }
      nodes {
        ...SuiteBranch
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

fragment SuiteBranch on Suite {
  id
  name
  description
  children(first: 0) {
    totalCount
  }
  testCases(first: 0) {
    totalCount
  }
}`, ["PROJECT","SUITE","SUITE_MEMBER","TEST_CASE"]);

export type SuiteChildrenData = AsOf & {
  node: {
    __typename: "Suite";
    level: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<SuiteBranch>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type SuiteChildrenVariables = { project: string; id: string; after?: string | null };

export const SuiteChildren: Operation<SuiteChildrenData, SuiteChildrenVariables> = operation(`query SuiteChildren($project: String!, $id: ID!, $after: Cursor) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on Suite {
      level: children(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...SuiteBranch
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

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}

fragment SuiteBranch on Suite {
  id
  name
  description
  children(first: 0) {
    totalCount
  }
  testCases(first: 0) {
    totalCount
  }
}`, ["SUITE","SUITE_MEMBER","TEST_CASE"]);

export type SuiteCasesData = AsOf & {
  node: {
    __typename: "Suite";
    cases: {
      totalCount: number;
      pageInfo: PageEnd;
      nodes: Array<CaseLine>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type SuiteCasesVariables = { project: string; id: string; after?: string | null };

export const SuiteCases: Operation<SuiteCasesData, SuiteCasesVariables> = operation(`query SuiteCases($project: String!, $id: ID!, $after: Cursor) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on Suite {
      cases: testCases(first: 50, after: $after) {
        totalCount
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...CaseLine
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

fragment CaseLine on TestCase {
  key
  title
  type
  lastStatus
}

fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`, ["SUITE","SUITE_MEMBER","TEST_CASE"]);
