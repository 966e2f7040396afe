// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { AsOf, CaseLine } from "../../../parts/gen/operations";

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

export type SuiteEnd = {
  hasNextPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};

export type SuiteRootsData = AsOf & {
  project: {
    level: {
      totalCount: number;
      pageInfo: SuiteEnd;
      nodes: Array<SuiteBranch>;
    };
  } | null;
};

export type SuiteRootsVariables = { project: string; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const SuiteRoots: Operation<SuiteRootsData, SuiteRootsVariables> = operation(`query SuiteRoots($project: String!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    level: topSuites(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...SuiteEnd
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
}

fragment SuiteEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}`, ["PROJECT","SUITE","SUITE_MEMBER","TEST_CASE"]);

export type SuiteChildrenData = AsOf & {
  node: {
    __typename: "Suite";
    level: {
      totalCount: number;
      pageInfo: SuiteEnd;
      nodes: Array<SuiteBranch>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type SuiteChildrenVariables = { project: string; id: string; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const SuiteChildren: Operation<SuiteChildrenData, SuiteChildrenVariables> = operation(`query SuiteChildren($project: String!, $id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on Suite {
      level: children(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...SuiteEnd
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
}

fragment SuiteEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}`, ["SUITE","SUITE_MEMBER","TEST_CASE"]);

export type SuiteCasesData = AsOf & {
  node: {
    __typename: "Suite";
    cases: {
      totalCount: number;
      pageInfo: SuiteEnd;
      nodes: Array<CaseLine & {
        id: string;
      }>;
    };
  } | {
    __typename: "other";
  } | null;
};

export type SuiteCasesVariables = { project: string; id: string; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const SuiteCases: Operation<SuiteCasesData, SuiteCasesVariables> = operation(`query SuiteCases($project: String!, $id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  node(id: $id) {
    __typename
    ... on Suite {
      cases: testCases(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...SuiteEnd
        }
        nodes {
          ...CaseLine
          id
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

fragment SuiteEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}`, ["SUITE","SUITE_MEMBER","TEST_CASE"]);

export type SuiteMatchesData = AsOf & {
  project: {
    all: {
      totalCount: number;
    };
    level: {
      totalCount: number;
      pageInfo: SuiteEnd;
      nodes: Array<SuiteBranch & {
        path: Array<string>;
      }>;
    };
  } | null;
};

export type SuiteMatchesVariables = { project: string; where: Record<string, unknown>; first?: number | null; after?: string | null; last?: number | null; before?: string | null };

export const SuiteMatches: Operation<SuiteMatchesData, SuiteMatchesVariables> = operation(`query SuiteMatches($project: String!, $where: SuiteWhereInput!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  ...AsOf
  project(key: $project) {
    all: suites(first: 0) {
      totalCount
    }
    level: suites(
      first: $first
      after: $after
      last: $last
      before: $before
      where: $where
    ) {
      totalCount
      pageInfo {
        ...SuiteEnd
      }
      nodes {
        ...SuiteBranch
        path
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
}

fragment SuiteEnd on PageInfo {
  hasNextPage
  startCursor
  endCursor
}`, ["PROJECT","SUITE","SUITE_MEMBER","TEST_CASE"]);
