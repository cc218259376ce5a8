import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** A value for an argument of this name and type. */
export type Guess = (name: string) => unknown;

/** Words that are no word at all unless they are one of few. */
const KNOWN_WORDS: Readonly<Record<string, string>> = {
  locale: "de",
  register: "formal",
  channelClass: "any",
};

/** A whole operation that asks for one root field with everything below it, and its variables. */
export interface Asked {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Ask for a root field with all fields below it to a depth. */
export function askFor(
  kind: "query" | "mutation",
  field: GraphQLField<unknown, unknown>,
  guess: Guess,
): Asked {
  const variables: Record<string, unknown> = {};
  const types: string[] = [];
  const passed = (args: readonly GraphQLArgument[], prefix: string): string => {
    const parts = args.filter(isTold).map(({ name, type }) => {
      const variable = `${prefix}_${name}`.replace(/^_/, "");
      types.push(`$${variable}: ${type.toString()}`);
      variables[variable] = madeValue(type, name, guess);
      return `${name}: $${variable}`;
    });
    return parts.length > 0 ? `(${parts.join(", ")})` : "";
  };
  const below = (type: GraphQLOutputType, prefix: string, depth: number): string => {
    const named = getNamedType(type);
    if (!isObjectType(named) || depth < 0) return "";
    const fields = Object.values(named.getFields()).flatMap((one) => {
      const inner = below(one.type, `${prefix}_${one.name}`, depth - 1);
      const isLeaf = !isObjectType(getNamedType(one.type));
      if (!isLeaf && inner === "") return [];
      return [`${one.name}${passed(one.args, `${prefix}_${one.name}`)}${inner}`];
    });
    return fields.length > 0 ? ` { ${fields.join(" ")} }` : "";
  };
  const head = `${field.name}${passed(field.args, "")}`;
  const body = `${head}${below(field.type, field.name, 1)}`;
  return { text: `${kind} ${types.length > 0 ? `(${types.join(", ")}) ` : ""}{ ${body} }`, variables };
}

/** Optional words, such as a search or a cursor, are left out: a made-up one would only hide rows. */
const isTold = ({ type }: { readonly type: GraphQLInputType }): boolean =>
  isNonNullType(type) || getNamedType(type).name !== "String";

function madeValue(type: GraphQLInputType, name: string, guess: Guess): unknown {
  if (isNonNullType(type)) return madeValue(type.ofType, name, guess);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isTold)
        .map((field) => [field.name, madeValue(field.type, field.name, guess)]),
    );
  }
  if (type.toString() === "ID" || name === "source") return guess(name);
  if (type.toString() === "JSONObject") return {};
  if (type.toString() === "Int") return 1;
  if (type.toString() === "Boolean") return false;
  return type.toString().startsWith("DateTime") ? new Date(0).toISOString() : (KNOWN_WORDS[name] ?? "x");
}
