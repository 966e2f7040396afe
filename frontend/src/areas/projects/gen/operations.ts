// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";
import type { PageEnd } from "../../../parts/gen/operations";

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
