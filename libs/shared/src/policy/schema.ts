/** The part of JSON Schema packs are described in. */
export interface Schema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Any of them may hold; the problems of the first are told. */
  readonly anyOf?: readonly Schema[];
}

/** What does not fit a schema, and where: the names and numbers that lead to it. */
export interface Misfit {
  readonly code:
    | "wrong_type"
    | "missing"
    | "unknown_field"
    | "not_allowed"
    | "too_few"
    | "too_long"
    | "bad_form";
  readonly path: readonly (string | number)[];
  readonly details: Readonly<Record<string, string | number>>;
}

type Path = readonly (string | number)[];

/** Everything in `value` that does not fit. */
export function misfits(value: unknown, schema: Schema, path: Path = []): readonly Misfit[] {
  if (schema.anyOf) return misfitsOfAny(value, schema.anyOf, path);
  if (schema.type && !hasType(value, schema.type))
    return [{ code: "wrong_type", path, details: { expected: schema.type } }];
  if (schema.enum && !schema.enum.some((known) => known === value))
    return [{ code: "not_allowed", path, details: { known: schema.enum.join(", ") } }];
  if (typeof value === "string") return misfitsOfString(value, schema, path);
  if (typeof value === "number") return misfitsOfNumber(value, schema, path);
  if (Array.isArray(value)) return misfitsOfArray(value, schema, path);
  return isObject(value) ? misfitsOfObject(value, schema, path) : [];
}

/** Whether a value is an object with names, not a list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function hasType(value: unknown, type: NonNullable<Schema["type"]>): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function misfitsOfAny(value: unknown, options: readonly Schema[], path: Path): readonly Misfit[] {
  const tried = options.map((option) => misfits(value, option, path));
  if (tried.some((found) => found.length === 0)) return [];
  // The option of the right type says more than one of another type.
  return tried.find((found) => found[0]?.code !== "wrong_type") ?? tried[0] ?? [];
}

function misfitsOfString(value: string, schema: Schema, path: Path): readonly Misfit[] {
  if (schema.maxLength !== undefined && value.length > schema.maxLength)
    return [{ code: "too_long", path, details: { max: schema.maxLength } }];
  const short = schema.minLength !== undefined && value.length < schema.minLength;
  const unlike = schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value);
  return short || unlike ? [{ code: "bad_form", path, details: { pattern: schema.pattern ?? "" } }] : [];
}

function misfitsOfNumber(value: number, { minimum, maximum }: Schema, path: Path): readonly Misfit[] {
  const outside = value < (minimum ?? value) || value > (maximum ?? value);
  return outside
    ? [{ code: "not_allowed", path, details: { known: `${minimum ?? ""}–${maximum ?? ""}` } }]
    : [];
}

function misfitsOfArray(value: readonly unknown[], schema: Schema, path: Path): readonly Misfit[] {
  if (value.length < (schema.minItems ?? 0))
    return [{ code: "too_few", path, details: { min: schema.minItems ?? 0 } }];
  const { items } = schema;
  return items ? value.flatMap((item, index) => misfits(item, items, [...path, index])) : [];
}

function misfitsOfObject(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  path: Path,
): readonly Misfit[] {
  const missing = (schema.required ?? [])
    .filter((name) => value[name] === undefined)
    .map((name): Misfit => ({ code: "missing", path, details: { field: name } }));
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const known = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    const other = schema.additionalProperties;
    if (known) return misfits(field, known, [...path, name]);
    if (isObject(other)) return misfits(field, other, [...path, name]);
    return other === false ? [unknownField(name, schema, path)] : [];
  });
  return [...missing, ...fields];
}

const unknownField = (name: string, { properties = {} }: Schema, path: Path): Misfit => ({
  code: "unknown_field",
  path: [...path, name],
  details: { field: name, known: Object.keys(properties).join(", ") },
});
