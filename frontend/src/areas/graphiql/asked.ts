import { type Example, examplesFor } from "./examples";

/** The project of the demo workspace, which examples ask about until the address names another. */
export const demoProject = "PAY";

/** What the address asks GraphiQL to open with. */
export interface Asked {
  project: string;
  /** The document to show, or null when the address names none and the earlier tabs come back. */
  query: string | null;
  variables: string | null;
}

/** The variables of an example as a person would type them. */
export function variablesText(example: Example): string {
  return JSON.stringify(example.variables, null, 2);
}

/** Reads `?query=&variables=`, `?example=Trace` and `?project=PAY`; variables of the address win over an example's. */
export function readAsked(search: string): Asked {
  const given = new URLSearchParams(search);
  const project = given.get("project") || demoProject;
  const example = examplesFor(project).find(({ name }) => name === given.get("example"));
  const query = given.get("query") ?? example?.query ?? null;
  const variables = given.get("variables") ?? (given.has("query") || !example ? null : variablesText(example));
  return { project, query, variables };
}

/** The address that opens GraphiQL with an example. */
export function hrefOfExample(name: Example["name"], project: string): string {
  return `/graphiql?${new URLSearchParams({ example: name, project })}`;
}
