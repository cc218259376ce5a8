import type { Path } from "./yaml-path.ts";

/** As much of JSON Schema as the published schema of packs uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly Conditional[];
}

interface Conditional {
  readonly if: { readonly properties: Readonly<Record<string, { readonly const: string }>> };
  readonly then: JsonSchema;
}

/** What may stand at a place. */
export interface Place {
  /** More than one where there is a choice. */
  readonly schemas: readonly JsonSchema[];
  /** Names the place whatever its numbers and free names are, such as `rules.tests.match.text` or `message.*`. */
  readonly name: string;
}

/** Gives the scalar at a path of the document; what else is allowed may depend on it. */
export type ScalarAt = (path: Path) => string | null;

/** What the schema allows at a path. Without schemas where it knows nothing of it. */
export function schemaAt(root: JsonSchema, path: Path, scalarAt: ScalarAt): Place {
  let schemas: readonly JsonSchema[] = [root];
  const name: string[] = [];
  path.forEach((step, index) => {
    const present = schemas.flatMap((schema) => choices(schema, path.slice(0, index), scalarAt));
    const next = present.flatMap((schema) => below(schema, step));
    if (typeof step === "string") name.push(next.some(({ free }) => !free) ? step : "*");
    schemas = next.map(({ schema }) => schema);
  });
  return {
    schemas: schemas.flatMap((schema) => choices(schema, path, scalarAt)),
    name: name.join("."),
  };
}

/** A schema, or what it lets one choose from; first what only holds under a condition that is met here. */
function choices(schema: JsonSchema, path: Path, scalarAt: ScalarAt): readonly JsonSchema[] {
  const met = (schema.allOf ?? []).filter(({ if: { properties } }) =>
    Object.entries(properties).every(([field, { const: wanted }]) => scalarAt([...path, field]) === wanted),
  );
  const inner = [...met.map(({ then }) => then), ...(schema.anyOf ?? [])];
  return [...inner.flatMap((one) => choices(one, path, scalarAt)), schema];
}

interface Below {
  readonly schema: JsonSchema;
  /** The name is the writer's own. */
  readonly free: boolean;
}

function below({ properties, additionalProperties, items }: JsonSchema, step: string | number): Below[] {
  if (typeof step === "number") return items ? [{ schema: items, free: false }] : [];
  const known = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (known) return [{ schema: known, free: false }];
  return typeof additionalProperties === "object" ? [{ schema: additionalProperties, free: true }] : [];
}
