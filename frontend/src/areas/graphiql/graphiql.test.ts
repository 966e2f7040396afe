import { OperationTypeNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { fakeServer } from "../../testing/fakeServer";
import { hrefOfExample, readAsked } from "./asked";
import { examplesFor } from "./examples";
import { fetcher } from "./fetcher";

describe("the examples", () => {
  it.each(examplesFor("PAY"))("$name is one valid query of that name with a value for each variable", (example) => {
    const [definition, ...more] = parse(example.query).definitions;
    expect(more).toEqual([]);
    if (definition?.kind !== "OperationDefinition") throw new Error("not an operation");
    expect(definition.operation).toBe(OperationTypeNode.QUERY);
    expect(definition.name?.value).toBe(example.name);
    const wanted = definition.variableDefinitions?.map(({ variable }) => variable.name.value);
    expect(Object.keys(example.variables)).toEqual(wanted);
  });
});

describe("the address of GraphiQL", () => {
  it("brings a document and its variables", () => {
    const asked = readAsked(`?${new URLSearchParams({ query: "{ __typename }", variables: '{"a":1}' })}`);
    expect(asked).toEqual({ project: "PAY", query: "{ __typename }", variables: '{"a":1}' });
  });

  it("opens an example for a project", () => {
    const asked = readAsked(hrefOfExample("Back", "LIM").replace("/graphiql", ""));
    expect(asked.query).toContain("query Back");
    expect(JSON.parse(asked.variables ?? "")).toEqual({ project: "LIM", defect: "D-79" });
  });

  it("lets variables replace those of an example", () => {
    expect(readAsked(`?example=Trace&variables=${encodeURIComponent('{"requirement":"R-1"}')}`).variables).toContain(
      "R-1",
    );
  });

  it("asks for nothing when it is bare or names an unknown example", () => {
    expect(readAsked("").query).toBeNull();
    expect(readAsked("?example=Other").query).toBeNull();
  });
});

describe("the fetcher", () => {
  it("posts the operation and says that GraphiQL asks", async () => {
    const requests = fakeServer(() => ({ body: { data: { a: 1 } } }));
    expect(await fetcher({ query: "{ a }", variables: { b: 2 } })).toEqual({ data: { a: 1 } });
    expect(requests[0]?.query).toBe("{ a }");
    expect(requests[0]?.headers).toMatchObject({
      "X-Asterism-Client": "graphiql",
      "Content-Type": "application/json",
    });
  });

  it("shows a server that is away as an error in the answer", async () => {
    fakeServer(() => new TypeError("Failed to fetch"));
    expect(await fetcher({ query: "{ a }" })).toEqual({ errors: [{ message: "No server answered: Failed to fetch" }] });
  });
});
