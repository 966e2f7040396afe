// Finds out which kinds of thing an answer is made of, so that the page asks again when one of them changed. It reads the selection
// and not a list kept by hand: a field added to a question is watched from then on.
import { getNamedType, isInterfaceType, isObjectType, isUnionType, Kind } from "graphql";

/** What decides the coverage of a requirement, which is computed and so tells of no change itself. */
const evidence = ["REQUIREMENT", "REQUIREMENT_LINK", "TRACE_LINK", "TEST_CASE", "EXECUTION", "DEFECT", "DEFECT_LINK"];

/** What joins two kinds of thing: it changes without either end changing. */
const joins = [
  [["REQUIREMENT", "REQUIREMENT"], ["REQUIREMENT_LINK"]],
  [["REQUIREMENT", "TEST_CASE"], ["TRACE_LINK"]],
  [
    ["REQUIREMENT", "DEFECT"],
    ["TRACE_LINK", "TEST_CASE", "EXECUTION", "DEFECT_LINK"],
  ],
  [
    ["TEST_CASE", "DEFECT"],
    ["EXECUTION", "DEFECT_LINK"],
  ],
  [["EXECUTION", "DEFECT"], ["DEFECT_LINK"]],
  [["DEFECT", "DEFECT"], ["DEFECT_LINK"]],
  [["SUITE", "TEST_CASE"], ["SUITE_MEMBER"]],
];

/** The kinds that an operation's answer is made of, in order; null for one that asks for no snapshot and so follows nothing. */
export function kindsOf(schema, definition, fragments) {
  const watched = new Set();
  const entities = new Set(
    schema
      .getType("EntityType")
      .getValues()
      .map(({ name }) => name),
  );
  let follows = false;

  const kindOf = (type) => {
    const name = type.name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
    return entities.has(name) ? name : null;
  };
  const reach = (from, type) => {
    const kind = kindOf(type);
    if (type.name === "Coverage") for (const one of evidence) watched.add(one);
    if (type.name === "MatrixCell") for (const one of evidence) watched.add(one);
    // What tells of changes is moved by every one of them.
    if (type.name === "Change" || type.name === "Feed") for (const one of entities) watched.add(one);
    if (!kind) return from;
    watched.add(kind);
    for (const [[one, other], by] of joins) {
      if ((one === from && other === kind) || (one === kind && other === from))
        for (const name of by) watched.add(name);
    }
    return kind;
  };
  const walk = (on, from, set) => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        walk(on, from, fragments.get(selection.name.value).definition.selectionSet);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = schema.getType(selection.typeCondition.name.value);
        walk(type, reach(from, type), selection.selectionSet);
        continue;
      }
      if (selection.name.value.startsWith("__")) continue;
      if (on === schema.getQueryType() && selection.name.value === "snapshot") {
        follows = true;
        continue;
      }
      const type = getNamedType(on.getFields()[selection.name.value].type);
      if (!isObjectType(type) && !isInterfaceType(type) && !isUnionType(type)) continue;
      // A page of a list stands for what it lists, even when only their number is asked for.
      const listed = type.name.endsWith("Connection") ? getNamedType(type.getFields().nodes.type) : type;
      const now = reach(from, listed);
      walk(type, listed === type ? now : from, selection.selectionSet);
    }
  };
  walk(schema.getRootType(definition.operation), null, definition.selectionSet);
  return follows ? [...watched].sort() : null;
}
