// Turns GraphQL selections into TypeScript types. It knows what our operations use and refuses the rest loudly.
import { dirname, relative } from "node:path";
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  print,
  typeFromAST,
} from "graphql";
import { kindsOf } from "./kinds.mjs";

const scalars = {
  ID: "string",
  String: "string",
  DateTime: "string",
  Cursor: "string",
  ChangeCursor: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
  JSON: "unknown",
};
const typename = { name: { value: "__typename" } };

/** The module for one file of operations: a type per fragment, and a document with the types of its answer and variables. */
export function writeModule({ schema, document, fragments, file, library }) {
  const here = dirname(file);
  const types = new Writer(schema);
  const parts = [];
  for (const definition of document.definitions) {
    const name = definition.name.value;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const on = schema.getType(definition.typeCondition.name.value);
      parts.push(`export type ${name} = ${types.selection(on, definition.selectionSet, 0)};\n`);
      continue;
    }
    const root = schema.getRootType(definition.operation);
    const variables = (definition.variableDefinitions ?? []).map((variable) => {
      const type = typeFromAST(schema, variable.type);
      const optional = !isNonNullType(type) || variable.defaultValue ? "?" : "";
      return `${variable.variable.name.value}${optional}: ${types.input(type)}`;
    });
    parts.push(`export type ${name}Data = ${types.selection(root, definition.selectionSet, 0)};\n`);
    parts.push(
      `export type ${name}Variables = ${variables.length > 0 ? `{ ${variables.join("; ")} }` : "Record<string, never>"};\n`,
    );
    const text = [definition, ...reached(definition, fragments)].map(print).join("\n\n");
    const kinds = kindsOf(schema, definition, fragments);
    const watched = kinds ? `, ${JSON.stringify(kinds)}` : "";
    parts.push(`export const ${name}: Operation<${name}Data, ${name}Variables> = operation(\`${text}\`${watched});\n`);
  }
  const foreign = new Map();
  for (const used of types.fragments) {
    const { file: source } = fragments.get(used) ?? {};
    if (!source || source === file) continue;
    const module = `${relative(`${here}/gen`, dirname(source))}/gen/operations`;
    foreign.set(module, [...(foreign.get(module) ?? []), used].sort());
  }
  const imports = [...foreign]
    .sort()
    .map(([module, names]) => `import type { ${names.join(", ")} } from "${module}";\n`);
  const own = relative(`${here}/gen`, library);
  const hasOperation = document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (hasOperation) imports.unshift(`import { type Operation, operation } from "${own}";\n`);
  return `// Written by codegen/operations.mjs from operations.graphql and the schema. Do not edit.\n${imports.join("")}\n${parts.join("\n")}`;
}

/** The fragments that a definition uses, directly or by another, by name. */
function reached(definition, fragments, found = new Map()) {
  const walk = (set) => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD && !found.has(selection.name.value)) {
        const { definition: next } = fragments.get(selection.name.value);
        found.set(selection.name.value, next);
        reached(next, fragments, found);
      }
      walk(selection.selectionSet);
    }
  };
  walk(definition.selectionSet);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fragment]) => fragment);
}

class Writer {
  constructor(schema) {
    this.schema = schema;
    this.fragments = new Set();
  }

  /** The type of what a selection answers: an object, and the fragments spread into it. */
  selection(on, set, depth) {
    if (isAbstractType(on)) return this.abstract(on, set, depth);
    return this.object(on, set, depth);
  }

  /** One shape per type that the selection names, told apart by __typename; every other type has the shared fields alone. */
  abstract(on, set, depth) {
    const inline = set.selections.filter(({ kind }) => kind === Kind.INLINE_FRAGMENT);
    const shared = set.selections.filter(({ kind }) => kind !== Kind.INLINE_FRAGMENT);
    if (!shared.some((field) => field.name?.value === typename.name.value))
      throw new Error(`ask __typename of ${on.name}`);
    return inline
      .map(({ typeCondition, selectionSet }) => {
        const type = this.schema.getType(typeCondition.name.value);
        return this.object(type, { selections: [...shared, ...selectionSet.selections] }, depth);
      })
      .concat(this.object(on, { selections: shared }, depth).replace("__typename: string", '__typename: "other"'))
      .join(" | ");
  }

  object(on, set, depth) {
    const indent = "  ".repeat(depth + 1);
    const spreads = [];
    const fields = new Map();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.fragments.add(selection.name.value);
        spreads.push(selection.name.value);
        continue;
      }
      if (selection.kind !== Kind.FIELD) throw new Error(`an inline fragment inside ${on.name} is not understood`);
      const name = selection.alias?.value ?? selection.name.value;
      if (selection.name.value === "__typename") {
        fields.set(name, isAbstractType(on) ? "string" : `"${on.name}"`);
        continue;
      }
      fields.set(name, this.output(on.getFields()[selection.name.value].type, selection.selectionSet, depth + 1));
    }
    const lines = [...fields].map(([name, type]) => `${indent}${name}: ${type};\n`).join("");
    const body = lines ? [`{\n${lines}${"  ".repeat(depth)}}`] : [];
    return [...spreads, ...body].join(" & ");
  }

  output(type, set, depth) {
    if (isNonNullType(type)) return this.present(type.ofType, set, depth);
    return `${this.present(type, set, depth)} | null`;
  }

  present(type, set, depth) {
    if (isListType(type)) return `Array<${this.output(type.ofType, set, depth)}>`;
    const named = getNamedType(type);
    return set ? this.selection(named, set, depth) : this.leaf(named);
  }

  leaf(type) {
    if (isEnumType(type))
      return type
        .getValues()
        .map(({ name }) => `"${name}"`)
        .join(" | ");
    if (isScalarType(type) && scalars[type.name]) return scalars[type.name];
    throw new Error(`the type ${type.name} is not understood`);
  }

  /** The type of a variable; one that may be null may also be left out. */
  input(type) {
    if (isNonNullType(type)) return this.given(type.ofType);
    return `${this.given(type)} | null`;
  }

  given(type) {
    // The conditions of a filter know one another without end, and which of them hold is settled while the page runs: the server
    // checks them, and the tests do by its schema.
    if (isInputObjectType(type)) return "Record<string, unknown>";
    return isListType(type) ? `Array<${this.input(type.ofType)}>` : this.leaf(type);
  }
}
