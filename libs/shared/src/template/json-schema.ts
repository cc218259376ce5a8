import type { JsonSchema } from "./starter-schema.ts";

export type Path = readonly (string | number)[];

/** A place where a value is not what its schema says. */
export interface Disagreement {
  readonly path: Path;
  readonly keyword: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Where a value and its schema disagree; empty when they do not. */
export function disagreements(value: unknown, schema: JsonSchema, path: Path = []): readonly Disagreement[] {
  if (schema.anyOf) return anyOf(value, schema.anyOf, path);
  if (schema.type && !isOfType(value, schema.type))
    return [{ path, keyword: "type", args: { type: schema.type } }];
  if (schema.enum && !schema.enum.some((allowed) => allowed === value)) {
    return [{ path, keyword: "enum", args: { value: String(value), known: schema.enum.join(" ") } }];
  }
  if (typeof value === "string") return inText(value, schema, path);
  if (typeof value === "number" && schema.minimum !== undefined && value < schema.minimum) {
    return [{ path, keyword: "minimum", args: { limit: String(schema.minimum) } }];
  }
  if (Array.isArray(value)) return inList(value, schema, path);
  return isRecord(value) ? inRecord(value, schema, path) : [];
}

/** The alternative that agrees best speaks: the one that complains deepest inside, then least. */
function anyOf(value: unknown, alternatives: readonly JsonSchema[], path: Path): readonly Disagreement[] {
  const found = alternatives.map((schema) => disagreements(value, schema, path));
  const depth = (list: readonly Disagreement[]) => Math.max(0, ...list.map((one) => one.path.length));
  return found.reduce((best, next) => {
    if (best.length === 0 || next.length === 0) return best.length === 0 ? best : next;
    return depth(next) > depth(best) ? next : best;
  });
}

function isOfType(value: unknown, type: NonNullable<JsonSchema["type"]>): boolean {
  switch (type) {
    case "object":
      return isRecord(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "boolean":
      return typeof value === type;
  }
}

function inText(value: string, { minLength = 0, maxLength, pattern }: JsonSchema, path: Path) {
  if (value.trim().length < minLength) return [{ path, keyword: "minLength", args: {} }];
  if (maxLength !== undefined && value.length > maxLength) {
    return [{ path, keyword: "maxLength", args: { limit: String(maxLength) } }];
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) {
    return [{ path, keyword: "pattern", args: { value } }];
  }
  return [];
}

function inList(value: readonly unknown[], schema: JsonSchema, path: Path): readonly Disagreement[] {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems || value.length > maxItems) {
    const args = { count: String(value.length), min: String(minItems), max: String(maxItems) };
    return [{ path, keyword: "items", args }];
  }
  return items ? value.flatMap((item, index) => disagreements(item, items, [...path, index])) : [];
}

function inRecord(value: Readonly<Record<string, unknown>>, schema: JsonSchema, path: Path) {
  const { required = [], minProperties = 0, propertyNames, properties = {} } = schema;
  const names = Object.keys(value);
  const found: Disagreement[] = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path, keyword: "required", args: { name } }));
  if (names.length < minProperties) found.push({ path, keyword: "minProperties", args: {} });
  for (const name of names) {
    if (propertyNames) found.push(...disagreements(name, propertyNames, [...path, name]));
    const own = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
    if (own === false) found.push({ path: [...path, name], keyword: "unknown", args: { name } });
    else if (own) found.push(...disagreements(value[name], own, [...path, name]));
  }
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
