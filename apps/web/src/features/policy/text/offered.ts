import { CHANNEL_IDS } from "@parley/shared/channel";
import { ENTITIES } from "@parley/shared/identifier";
import { NO_BRAND, type ReplyContext } from "@parley/shared/policy";
import type { PackLanguage } from "./pack-language.ts";
import type { JsonSchema, Place, ScalarAt } from "./schema-at.ts";
import type { Path } from "./yaml-path.ts";

interface OfferedName {
  readonly name: string;
  readonly schema?: JsonSchema;
  readonly required: boolean;
  readonly doc: string;
}

interface OfferedValue {
  readonly value: string;
  readonly detail?: string;
  readonly doc?: string;
}

/** What an example may say about its context. */
const CONTEXT_FIELDS = [
  "channel",
  "visibility",
  "expected",
  "variant",
  "among",
  "countries",
  "register",
  "threadRegister",
  "complaint",
  "sensitive",
  "history",
  "template",
  "hours",
  "now",
  "signature",
] satisfies readonly (keyof ReplyContext)[];

/** Places whose names are the writer's own, with what they are usually called. */
const FREE_NAMES: Readonly<Record<string, (language: PackLanguage) => readonly string[]>> = {
  "lexicons.*": tags,
  "rules.message": ({ vocabulary }) => vocabulary().languages,
  "rules.fix.with": tags,
  "rules.options.words": tags,
  "rules.tests.match.in": () => CONTEXT_FIELDS,
  "rules.tests.noMatch.in": () => CONTEXT_FIELDS,
  "rules.tests.match.brand": () => Object.keys(NO_BRAND),
  "rules.tests.noMatch.brand": () => Object.keys(NO_BRAND),
};

function tags({ vocabulary }: PackLanguage): readonly string[] {
  return ["*", ...vocabulary().languages];
}

/** The fields a mapping may have. */
export function namesToOffer({ schemas, name }: Place, language: PackLanguage): readonly OfferedName[] {
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const known = new Map(schemas.flatMap(({ properties = {} }) => Object.entries(properties)).reverse());
  const fields = [...known].reverse().map(
    ([field, schema]): OfferedName => ({
      name: field,
      schema,
      required: required.has(field),
      doc: language.words.field(name ? `${name}.${field}` : field),
    }),
  );
  const free = FREE_NAMES[name]?.(language) ?? [];
  return [
    ...fields,
    ...free.map((tag) => ({ name: tag, required: false, doc: tagName(tag, name, language) })),
  ];
}

/** Only tags have a name; `*` and fields of the context speak for themselves. */
function tagName(tag: string, place: string, { words }: PackLanguage): string {
  return tag === "*" || place.includes(".tests.") ? "" : words.languageName(tag);
}

interface Where {
  readonly language: PackLanguage;
  readonly scalarAt: ScalarAt;
  readonly path: Path;
}

const LEXICON_PLACES =
  /^rules\.(options\.(lexicon|when|first|next|unless\.lexicon)|context\.(boost|exclude))$/;
const LANGUAGE_PLACES = /\.(when\.language|tests\.(match|noMatch)\.lang)$/;

/** The values a place may have. */
export function valuesToOffer({ schemas, name }: Place, { language }: Where): readonly OfferedValue[] {
  const { words, vocabulary } = language;
  const listed = schemas.flatMap((schema) => schema.enum ?? []).map(String);
  if (listed.length > 0)
    return [...new Set(listed)].map((value) => ({
      value,
      doc: name === "rules.use" ? words.use(value) : words.value(value),
    }));
  if (schemas.some(({ type }) => type === "boolean")) return [{ value: "true" }, { value: "false" }];
  if (LEXICON_PLACES.test(name))
    return vocabulary().lexicons.map((one) => ({ value: one.name, doc: words.lexicon(one.name) }));
  if (LANGUAGE_PLACES.test(name))
    return vocabulary().languages.map((value) => ({ value, detail: words.languageName(value) }));
  return named(name, language);
}

/** Values that come from the brand, its channels and the rules in force. */
function named(name: string, { vocabulary, countries, words }: PackLanguage): readonly OfferedValue[] {
  switch (name) {
    case "extends":
      return vocabulary().packs.map(({ id, version }) => ({ value: `${id}@${version.split(".")[0]}` }));
    case "adjust.id":
      return vocabulary().packs.flatMap(({ id, rules }) =>
        rules.map((rule) => ({ value: rule, detail: words.ruleName(rule), doc: id })),
      );
    case "rules.options.entities":
      return ["national", ...ENTITIES.map(({ entity }) => entity)].map((value) => ({ value }));
    default:
      if (/\.when\.channel$/.test(name)) return CHANNEL_IDS.map((value) => ({ value }));
      return /\.when\.country$/.test(name) ? countries.map((value) => ({ value })) : [];
  }
}
