import { CHANNEL_CLASSES, REGISTERS, REVISION_STATES } from "./template.ts";
import { OWN_FUNCTIONS, STANDARD_FUNCTIONS } from "./variable.ts";

/** The part of JSON Schema that describes the template files; editors and the loader read the same object. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "boolean" | "integer";
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | boolean)[];
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minProperties?: number;
  readonly minimum?: number;
}

const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const key: JsonSchema = { type: "string", pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" };
const variable: JsonSchema = { type: "string", pattern: "^[a-z][A-Za-z0-9]{0,39}$" };
const channelClass: JsonSchema = { type: "string", enum: CHANNEL_CLASSES };
const register: JsonSchema = { type: "string", enum: REGISTERS };
const words: JsonSchema = { type: "string", minLength: 1 };

const blockList: JsonSchema = {
  type: "array",
  minItems: 1,
  maxItems: 12,
  items: {
    anyOf: [
      { type: "string", minLength: 1, description: "One MessageFormat 2 message: whole sentences." },
      {
        type: "object",
        description: "A block that many templates share.",
        properties: { use: key },
        required: ["use"],
        additionalProperties: false,
      },
    ],
  },
};

/** `locales/<tag>/templates/<key>.yaml`: a template's words in one language. */
export const TEMPLATE_FILE: JsonSchema = {
  $schema: DRAFT,
  title: "A reply template in one language",
  type: "object",
  properties: {
    title: { type: "string", minLength: 1, maxLength: 60, description: "What an agent reads in a list." },
    keywords: { type: "array", items: words, description: "Other words an agent may type to find it." },
    state: { type: "string", enum: REVISION_STATES, description: "`live` when it is left out." },
    samples: {
      type: "array",
      minItems: 5,
      maxItems: 10,
      items: words,
      description: "What customers write when this is the right answer, in their own words.",
    },
    variants: {
      type: "object",
      minProperties: 1,
      propertyNames: register,
      additionalProperties: {
        type: "object",
        minProperties: 1,
        propertyNames: channelClass,
        additionalProperties: {
          anyOf: [blockList, { type: "string", enum: ["absent"], description: "Left out on purpose." }],
        },
      },
    },
  },
  required: ["title", "samples", "variants"],
  additionalProperties: false,
};

/** `locales/<tag>/templates/_language.yaml`: what all templates of one language share. */
export const LANGUAGE_FILE: JsonSchema = {
  $schema: DRAFT,
  title: "What the reply templates of one language share",
  type: "object",
  properties: {
    proofread: { type: "boolean", description: "Whether a native speaker has read all of it." },
    honorifics: { type: "object", additionalProperties: words, description: "The words of `:honorific`." },
    variables: {
      type: "object",
      propertyNames: variable,
      additionalProperties: {
        type: "object",
        properties: { label: words, sample: words },
        required: ["label", "sample"],
        additionalProperties: false,
      },
    },
    blocks: {
      type: "object",
      propertyNames: key,
      additionalProperties: {
        type: "object",
        minProperties: 1,
        propertyNames: register,
        additionalProperties: { type: "object", propertyNames: channelClass, additionalProperties: words },
      },
    },
  },
  required: ["proofread", "variables", "blocks"],
  additionalProperties: false,
};

/** `locales/templates.yaml`: what is the same in every language. */
export const CATALOGUE_FILE: JsonSchema = {
  $schema: DRAFT,
  title: "Reply templates: what is the same in every language",
  type: "object",
  properties: {
    sourceLocale: words,
    locales: {
      type: "object",
      additionalProperties: { type: "array", minItems: 1, items: register },
      description: "The registers of each language.",
    },
    variables: {
      type: "object",
      propertyNames: variable,
      additionalProperties: {
        type: "object",
        properties: {
          type: {
            type: "string",
            enum: ["name", "text", "number", "date", "choice", "list", "hours", "link"],
          },
          source: {
            type: "string",
            enum: ["contact", "order", "agent", "brand", "conversation", "manual"],
          },
          optional: { type: "boolean" },
          maxLength: { type: "integer", minimum: 1 },
          pii: { type: "string", enum: ["none", "name", "contact", "order", "financial"] },
          choices: { type: "array", items: words },
          functions: {
            type: "array",
            items: { type: "string", enum: [...STANDARD_FUNCTIONS, ...OWN_FUNCTIONS] },
          },
        },
        required: ["type", "source", "maxLength"],
        additionalProperties: false,
      },
    },
    blocks: {
      type: "object",
      propertyNames: key,
      additionalProperties: {
        type: "object",
        properties: { variables: { type: "array", items: variable } },
        required: ["variables"],
        additionalProperties: false,
      },
    },
    templates: {
      type: "object",
      propertyNames: key,
      additionalProperties: {
        type: "object",
        properties: {
          intent: words,
          channels: { type: "array", minItems: 1, items: channelClass },
          variables: { type: "array", items: variable },
          about: { type: "string", description: "When an agent uses it; for those who write its texts." },
        },
        required: ["intent", "channels", "variables", "about"],
        additionalProperties: false,
      },
    },
  },
  required: ["sourceLocale", "locales", "variables", "blocks", "templates"],
  additionalProperties: false,
};
