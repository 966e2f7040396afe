// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.
import { type Operation, operation } from "../../../lib/operation";

export type BulkTagAddData = {
  tagAdd: {
    things: Array<{
      __typename: "other";
    }>;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkTagAddVariables = { about: Array<string>; names: Array<string> };

export const BulkTagAdd: Operation<BulkTagAddData, BulkTagAddVariables> = operation(`mutation BulkTagAdd($about: [ID!]!, $names: [String!]!) {
  tagAdd(input: {about: $about, names: $names}) {
    things {
      __typename
    }
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkTagRemoveData = {
  tagRemove: {
    things: Array<{
      __typename: "other";
    }>;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkTagRemoveVariables = { about: Array<string>; names: Array<string> };

export const BulkTagRemove: Operation<BulkTagRemoveData, BulkTagRemoveVariables> = operation(`mutation BulkTagRemove($about: [ID!]!, $names: [String!]!) {
  tagRemove(input: {about: $about, names: $names}) {
    things {
      __typename
    }
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkCaseTrashData = {
  caseTrash: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkCaseTrashVariables = { ids: Array<string>; reason?: string | null };

export const BulkCaseTrash: Operation<BulkCaseTrashData, BulkCaseTrashVariables> = operation(`mutation BulkCaseTrash($ids: [ID!]!, $reason: String) {
  caseTrash(input: {ids: $ids, reason: $reason}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkCaseRestoreData = {
  caseRestore: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkCaseRestoreVariables = { ids: Array<string> };

export const BulkCaseRestore: Operation<BulkCaseRestoreData, BulkCaseRestoreVariables> = operation(`mutation BulkCaseRestore($ids: [ID!]!) {
  caseRestore(input: {ids: $ids}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkDefectTrashData = {
  defectTrash: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkDefectTrashVariables = { ids: Array<string>; reason?: string | null };

export const BulkDefectTrash: Operation<BulkDefectTrashData, BulkDefectTrashVariables> = operation(`mutation BulkDefectTrash($ids: [ID!]!, $reason: String) {
  defectTrash(input: {ids: $ids, reason: $reason}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkDefectRestoreData = {
  defectRestore: {
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkDefectRestoreVariables = { ids: Array<string> };

export const BulkDefectRestore: Operation<BulkDefectRestoreData, BulkDefectRestoreVariables> = operation(`mutation BulkDefectRestore($ids: [ID!]!) {
  defectRestore(input: {ids: $ids}) {
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkDefectAssignData = {
  defectAssign: {
    defect: {
      id: string;
      version: number;
    } | null;
    userErrors: Array<{
      message: string;
      field: Array<string>;
      code: string;
    }>;
  };
};

export type BulkDefectAssignVariables = { id: string; version: number; assignee: string };

export const BulkDefectAssign: Operation<BulkDefectAssignData, BulkDefectAssignVariables> = operation(`mutation BulkDefectAssign($id: ID!, $version: Int!, $assignee: ID!) {
  defectAssign(input: {id: $id, expectedVersion: $version, assignee: $assignee}) {
    defect {
      id
      version
    }
    userErrors {
      message
      field
      code
    }
  }
}`);

export type BulkMembersData = {
  project: {
    members: Array<{
      user: {
        id: string;
        name: string;
      };
      role: "VIEWER" | "TESTER" | "EDITOR" | "ADMIN";
    }>;
  } | null;
};

export type BulkMembersVariables = { project: string };

export const BulkMembers: Operation<BulkMembersData, BulkMembersVariables> = operation(`query BulkMembers($project: String!) {
  project(key: $project) {
    members {
      user {
        id
        name
      }
      role
    }
  }
}`);
