// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";

export type SearchData = {
  search: {
    totalCount: number;
    nodes: Array<{
      kind: "REQUIREMENT" | "TEST_CASE" | "DEFECT" | "COMMENT";
      title: Array<{
        text: string;
        hit: boolean;
      }>;
      snippet: Array<{
        text: string;
        hit: boolean;
      }>;
      node: {
        __typename: "Requirement";
        key: string;
        project: {
          key: string;
        };
      } | {
        __typename: "TestCase";
        key: string;
        project: {
          key: string;
        };
      } | {
        __typename: "Defect";
        key: string;
        project: {
          key: string;
        };
      } | {
        __typename: "Comment";
        project: {
          key: string;
        };
        about: {
          __typename: "Requirement";
          key: string;
        } | {
          __typename: "TestCase";
          key: string;
        } | {
          __typename: "Defect";
          key: string;
        } | {
          __typename: "Execution";
          id: string;
        } | {
          __typename: "other";
        } | null;
      } | {
        __typename: "other";
      };
    }>;
  };
};

export type SearchVariables = { text: string; project?: string | null; first: number };

export const Search: Operation<SearchData, SearchVariables> = operation(`query Search($text: String!, $project: String, $first: Int!) {
  search(text: $text, project: $project, first: $first) {
    totalCount
    nodes {
      kind
      title {
        text
        hit
      }
      snippet {
        text
        hit
      }
      node {
        __typename
        ... on Requirement {
          key
          project {
            key
          }
        }
        ... on TestCase {
          key
          project {
            key
          }
        }
        ... on Defect {
          key
          project {
            key
          }
        }
        ... on Comment {
          project {
            key
          }
          about {
            __typename
            ... on Requirement {
              key
            }
            ... on TestCase {
              key
            }
            ... on Defect {
              key
            }
            ... on Execution {
              id
            }
          }
        }
      }
    }
  }
}`);
