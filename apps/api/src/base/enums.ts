import { registerEnumType } from "type-graphql";

/** Publish a union of strings as a GraphQL enum and give it back for `@Field(() => …)`. Keys equal values. */
export function graphqlEnum<const T extends Record<string, string>>(
  name: string,
  values: T,
  description: string,
): T {
  registerEnumType(values, { name, description });
  return values;
}
