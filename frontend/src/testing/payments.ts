import type { Thing } from "./world";

const when = "2026-11-23T02:14:00Z";
const build = { key: "b4", name: "b4" };
const sit = { key: "SIT-2", name: "SIT-2" };

/** A small project in which one requirement is red, one is stale, and every thing leads to the next. */
export function payments(): Thing {
  const project: Thing = { key: "PAY", name: "Payments" };
  const defect: Thing = { __typename: "Defect", id: "def_7", key: "D-7", title: "Limit is ignored", project };
  Object.assign(defect, { status: "CONFIRMED", severity: "MAJOR", text: "Seen **twice**." });
  const testCase: Thing = { __typename: "TestCase", id: "case_1", key: "C-340", title: "Refuse transfer", project };
  const failed: Thing = {
    __typename: "Execution",
    id: "exec_1",
    status: "FAILED",
    executedAt: when,
    project,
    testCase,
  };
  Object.assign(failed, {
    build,
    environment: sit,
    message: "accepted 5001",
    testCaseVersion: 1,
    failureText: "at step 2",
  });
  const passed: Thing = {
    ...failed,
    id: "exec_2",
    status: "PASSED",
    message: "",
    environment: { key: "UAT", name: "UAT" },
  };
  const signature: Thing = {
    __typename: "FailureSignature",
    id: "sig_1",
    class: "TO_INVESTIGATE",
    proposedDefects: [defect],
    executions: [failed],
    firstSeenAt: when,
  };
  Object.assign(failed, { defects: [defect], signature: Object.assign(signature, { lastSeenAt: when }), attempt: 1 });

  const red: Thing = {
    __typename: "Requirement",
    id: "req_41",
    key: "R-41",
    title: "Transfers above the limit are refused",
  };
  const stale: Thing = { __typename: "Requirement", id: "req_43", key: "R-43", title: "退款原路返回", project };
  const versions = [
    {
      number: 2,
      createdAt: when,
      reason: "New law",
      changes: [{ field: "TEXT", before: "at most 5", after: "at most 6" }],
    },
    { number: 1, createdAt: when, changes: [{ field: "TEXT", before: "", after: "at most 5" }] },
  ];
  const link = { id: "link_1", state: "VALID", role: "VERIFIES", requirementVersion: 2, testCaseVersion: 2 };
  const suspect = {
    ...link,
    id: "link_2",
    state: "SUSPECT",
    requirementVersion: 1,
    changedFields: ["REQUIREMENT.TEXT"],
  };
  Object.assign(red, {
    status: "APPROVED",
    text: "Every transfer above **5,000** is refused.",
    contentVersion: 2,
    coverage: { status: "FAILED", cases: 1, failed: 1 },
    traceLinks: [{ ...link, testCase }],
    defects: [defect],
    tags: [{ name: "limits" }],
    comments: [{ id: "c1", createdAt: when, text: "See _law_ 4", author: { name: "Tester" } }],
    versions,
    project,
  });
  Object.assign(stale, {
    contentVersion: 2,
    coverage: { status: "STALE", cases: 1, stale: 1 },
    traceLinks: [{ ...suspect, testCase }],
  });
  Object.assign(red, { parent: { key: "R-4", title: "Payments" } });
  Object.assign(testCase, {
    type: "MANUAL",
    lastStatus: "FAILED",
    contentVersion: 2,
    steps: [{ action: "Enter 5,001", data: "5,001", expected: "Refused" }],
    executions: [failed, passed],
    traceLinks: [{ ...link, requirement: red }],
    defects: [defect],
  });
  Object.assign(defect, { executions: [failed], testCases: [testCase], requirements: [red] });
  const above: Thing = {
    id: "req_4",
    key: "R-4",
    title: "Payments",
    children: [red, stale],
    coverage: { status: "FAILED" },
  };
  const suite: Thing = { __typename: "Suite", id: "suite_1", name: "Limits", testCases: [testCase], children: [] };

  const find =
    (things: Thing[]) =>
    ({ key }: { key: string }) =>
      things.find((thing) => thing.key === key) ?? null;
  Object.assign(project, {
    requirement: find([above, red, stale]),
    requirements: [above],
    testCase: find([testCase]),
    testCases: [testCase],
    executions: [failed, passed],
    defect: find([defect]),
    defects: [defect],
    topSuites: [suite],
  });
  const nodes = [failed, passed, suite, red, testCase, defect, signature];
  return {
    project: find([project]),
    projects: [project],
    node: ({ id }: { id: string }) => nodes.find((thing) => thing.id === id) ?? null,
    search: ({ text }: { text: string }) => ({
      totalCount: 1,
      nodes: [
        {
          node: red,
          kind: "REQUIREMENT",
          title: [
            { text: "Transfers above the ", hit: false },
            { text, hit: true },
          ],
        },
      ],
    }),
  };
}
