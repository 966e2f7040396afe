import type { GraphQLSchema } from "graphql";

/** The schema as the server's own text files state it. */
export function readSchema(): GraphQLSchema;

/** What every gen/operations.ts has to hold. */
export function generate(): { file: string; text: string }[];
