import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  graphqlSync,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { readSchema } from "../../codegen/operations.mjs";
import { fakeServer, type Request } from "./fakeServer";

const schema = readSchema();

/** Something of the world by the names of its fields; a list stands for a page that holds all of it. */
export type Thing = Record<string, unknown>;

/** A value for a field that a test did not speak of, as plain as its type allows. */
function plain(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isObjectType(inner)) return {};
  return { Int: 0, Float: 0, Boolean: false, DateTime: "2026-11-23T02:14:00Z" }[String(inner)] ?? "";
}

const resolve: GraphQLFieldResolver<Thing, unknown> = (source, args, context, info) => {
  const known = source[info.fieldName];
  const value = typeof known === "function" ? known(args, context, info) : known;
  if (value === undefined) return plain(info.returnType);
  const pages = /Connection!?$/.test(String(info.returnType));
  if (!pages || !Array.isArray(value)) return value;
  const fromEnd = typeof args.last === "number";
  const before = Number(args.before ?? value.length);
  const start = fromEnd ? Math.max(0, before - Number(args.last)) : Number(args.after ?? 0);
  const all = args.first === undefined || args.first === null;
  const end = fromEnd ? before : all ? value.length : start + Number(args.first);
  const pageInfo = {
    hasNextPage: end < value.length,
    hasPreviousPage: start > 0,
    startCursor: String(start),
    endCursor: String(end),
  };
  return { totalCount: value.length, nodes: value.slice(start, end), pageInfo };
};

/** Answers a request out of a world by the real schema, which refuses what the server would refuse. */
export function answer(world: Thing, { query, variables }: Request): unknown {
  return graphqlSync({
    schema,
    source: query,
    variableValues: variables,
    rootValue: world,
    fieldResolver: resolve,
    typeResolver: (thing: Thing) => String(thing.__typename),
  });
}

/** Stands in for a server that holds this world, and keeps what was asked. */
export function serve(world: Thing) {
  return fakeServer((request) => ({ body: answer(world, request) }));
}
