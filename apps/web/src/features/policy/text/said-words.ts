import type fields from "../../../../../../locales/en/ui/packFields.json";
import { words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { ruleName } from "../../../base/rule-names.ts";
import type { Vocabulary } from "../judge/pack-judge.ts";
import type { PackWords } from "./pack-language.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    packFields: typeof fields;
  }
}

type Texts = Readonly<Record<string, string>>;

/** The words about packs in the language of the page. */
export function saidWords(vocabulary: () => Vocabulary): PackWords {
  const t = () => words.get().t;
  const said = (group: "fields" | "uses" | "values", key: string): string =>
    t()(($) => ($.packFields[group] as Texts)[key] as string, { defaultValue: "" });
  return {
    required: () => t()(($) => $.pack.required),
    // Examples of both kinds have the same fields, and so have conditions wherever they stand.
    field: (name) => said("fields", keyOf(sameField(name))),
    use: (use) => said("uses", keyOf(use)),
    value: (value) => said("values", keyOf(value)),
    lexicon: (name) => lexiconWords(name, vocabulary()),
    languageName: (tag) => (tag === "*" ? "" : languageName(tag)),
    ruleName: (rule) => (ruleName(rule, t()) === rule ? "" : ruleName(rule, t())),
  };
}

function sameField(name: string): string {
  return name
    .replace("tests.noMatch.", "tests.match.")
    .replace("severity.when.", "when.")
    .replace(/^adjust\.(severity|overridable|options)/, "rules.$1");
}

/** `rules.when.*` as one word without signs: the keys of the words. */
const keyOf = (name: string): string =>
  name
    .replaceAll("*", "any")
    .replace(/[./-]+(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/\W/g, "");

/** Languages of which terms are shown; the page's own first. */
const SHOWN_LANGUAGES = 3;

function lexiconWords(name: string, { lexicons }: Vocabulary): string {
  const found = lexicons.find((lexicon) => lexicon.name === name);
  if (!found) return "";
  const { t, language } = words.get();
  const tags = Object.keys(found.terms).sort((a, b) => Number(b === language) - Number(a === language));
  const some = tags.slice(0, SHOWN_LANGUAGES).map((tag) => `${tag}: ${(found.terms[tag] ?? []).join(", ")}`);
  const count = t(($) => $.pack.lexiconTerms, { count: found.count, languages: tags.length });
  return [count, ...some].join("\n");
}
