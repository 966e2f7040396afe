/** A query to begin with, and what it asks about. */
export interface Example {
  name: "Trace" | "Board" | "Back";
  query: string;
  variables: Record<string, string>;
}

const trace = `# One requirement down to its evidence: test cases, executions, defects.
query Trace($project: String!, $requirement: String!) {
  project(key: $project) {
    key
    name
    requirement(key: $requirement) {
      id
      key
      title
      status
      coverage {
        status
      }
      testCases(first: 20) {
        nodes {
          key
          title
          lastStatus
          latestExecution {
            status
            executedAt
            build {
              name
            }
            environment {
              name
            }
          }
          executions(first: 5) {
            nodes {
              status
              build {
                name
              }
              environment {
                name
              }
            }
          }
          defects(first: 20) {
            nodes {
              key
              title
              status
              severity
            }
          }
        }
      }
    }
  }
}
`;

const board = `# Coverage of a whole project, by requirement key. Without a scope the latest executions count;
# coverage(scope: {build: "NAME"}) judges one build alone.
query Board($project: String!) {
  project(key: $project) {
    requirements(first: 50, orderBy: [{ field: KEY, direction: ASC }]) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        key
        title
        coverage {
          status
          cases
          passed
          failed
          notRun
          openDefects
        }
        testCases(first: 20) {
          nodes {
            key
            title
            lastStatus
            defects(first: 20) {
              nodes {
                key
                title
                status
                severity
              }
            }
          }
        }
      }
    }
  }
}
`;

const back = `# One defect back to the executions that showed it and the requirements it touches.
query Back($project: String!, $defect: String!) {
  project(key: $project) {
    defect(key: $defect) {
      key
      title
      executions(first: 20) {
        nodes {
          status
          build {
            name
          }
          testCase {
            key
          }
        }
      }
      testCases(first: 20) {
        nodes {
          key
          requirements(first: 20) {
            nodes {
              key
              title
              release {
                name
              }
            }
          }
        }
      }
    }
  }
}
`;

/** The contract queries, filled for one project. Their names are fixed: dashboards outside the project rely on them. */
export function examplesFor(project: string): Example[] {
  return [
    { name: "Trace", query: trace, variables: { project, requirement: "R-33" } },
    { name: "Board", query: board, variables: { project } },
    { name: "Back", query: back, variables: { project, defect: "D-79" } },
  ];
}
