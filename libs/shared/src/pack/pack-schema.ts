import { LONGEST_PATTERN } from "../policy/kinds/pattern.ts";
import { kinds } from "../policy/kinds.ts";
import type { Schema } from "../policy/schema.ts";

const TAG = "^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*|\\*)$";
const RULE_ID = "^[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+$";

const severity: Schema = { type: "string", enum: ["error", "warning", "info"] };
const overridable: Schema = { type: "string", enum: ["yes", "with-reason", "never"] };
const names: Schema = { type: "array", items: { type: "string" }, minItems: 1 };
const byLanguage = (value: Schema): Schema => ({ type: "object", additionalProperties: value });

const conditions: Readonly<Record<string, Schema>> = {
  visibility: { type: "string", enum: ["public", "private"] },
  channel: names,
  language: names,
  register: { type: "array", items: { type: "string", enum: ["formal", "informal"] } },
  country: { type: "array", items: { type: "string", pattern: "^[A-Z]{2}$" } },
};
const when: Schema = { type: "object", properties: conditions, additionalProperties: false };
const severities: Schema = {
  description:
    "One severity, or cases of which the first that holds decides; a hit no case holds for is none",
  anyOf: [
    severity,
    {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: {
          when: { type: "object", properties: { ...conditions, why: names }, additionalProperties: false },
          is: severity,
          overridable,
        },
        required: ["is"],
        additionalProperties: false,
      },
    },
  ],
};
const example: Schema = {
  type: "object",
  properties: {
    text: { type: "string" },
    span: { type: "string", description: "What the finding covers" },
    lang: { type: "string", pattern: TAG },
    in: { type: "object", description: "Other fields of the context" },
    brand: { type: "object", description: "Fields of the brand's profile" },
  },
  required: ["text"],
  additionalProperties: false,
};
const fix: Schema = {
  type: "object",
  properties: {
    kind: { type: "string", enum: ["replace", "mask", "delete", "insert", "move-to-private"] },
    keep: {
      type: "integer",
      minimum: 0,
      maximum: 6,
      description: "mask: characters that stay readable at the end",
    },
    with: byLanguage({ type: "string" }),
    text: { type: "string", description: "insert: a text of the language's policy file" },
    safe: { type: "boolean", description: "May be applied to many findings at once" },
  },
  required: ["kind"],
  additionalProperties: false,
};

const rule: Schema = {
  type: "object",
  properties: {
    id: { type: "string", pattern: RULE_ID, maxLength: 80 },
    use: { type: "string", enum: Object.keys(kinds) },
    options: { type: "object", description: "Depends on `use`" },
    when,
    severity: severities,
    overridable,
    cost: { type: "string", enum: ["key", "idle", "send"] },
    context: {
      type: "object",
      properties: {
        boost: { type: "string" },
        exclude: { type: "string" },
        windowWords: { type: "integer", minimum: 0, maximum: 50 },
      },
      required: ["windowWords"],
      additionalProperties: false,
    },
    message: byLanguage({ type: "string", minLength: 1 }),
    fix: { type: "array", items: fix },
    tests: {
      type: "object",
      properties: {
        match: { type: "array", items: example, minItems: 1 },
        noMatch: { type: "array", items: example, minItems: 1 },
      },
      required: ["match", "noMatch"],
      additionalProperties: false,
    },
  },
  required: ["id", "use", "severity", "tests"],
  additionalProperties: false,
};

/** The shape of a pack. Options of a rule have their own: `kinds[use].options`. */
export const packSchema: Schema = {
  type: "object",
  properties: {
    id: { type: "string", pattern: "^[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+$", maxLength: 80 },
    version: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
    extends: { type: "array", items: { type: "string", pattern: "^[a-z0-9.-]+@\\d+$" } },
    lexicons: byLanguage(
      byLanguage({ type: "array", items: { type: "string", minLength: 1, maxLength: LONGEST_PATTERN } }),
    ),
    rules: { type: "array", items: rule },
    adjust: {
      type: "array",
      items: {
        type: "object",
        properties: {
          id: { type: "string" },
          off: { type: "boolean" },
          severity: severities,
          overridable,
          options: { type: "object" },
        },
        required: ["id"],
        additionalProperties: false,
      },
    },
  },
  required: ["id", "version"],
  additionalProperties: false,
};

/** The published JSON Schema (2020-12) of packs, with the options each `use` takes. */
export function publishedSchema(): Readonly<Record<string, unknown>> {
  const options = Object.entries(kinds).map(([use, { options: schema }]) => ({
    if: { properties: { use: { const: use } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { options: schema }, ...(schema.required?.length && { required: ["options"] }) },
  }));
  const rules = { type: "array", items: { ...rule, allOf: options } };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A policy pack",
    ...packSchema,
    properties: { ...packSchema.properties, rules },
  };
}
