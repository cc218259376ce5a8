// Faults are planted in good pairs one at a time: the checks have to find them and to be silent on the pairs as they were.
import {
  type Block,
  type Checked,
  type CheckFacts,
  checkVariant,
  parseMessage,
  resolveVariant,
  type Template,
  type TemplateLanguage,
  type VariantText,
} from "@parley/shared/template";
import { expect, test } from "vitest";
import { templateFacts } from "./check-facts.ts";
import { readStarterTemplates } from "./starter-templates.ts";

interface Pair {
  readonly checked: Checked & { readonly source: VariantText };
  readonly facts: CheckFacts;
}

/** A way to spoil a block's text; null where there is nothing to spoil. */
interface Mutation {
  readonly check: number;
  readonly name: string;
  readonly spoil: (text: string, pair: Pair) => string | null;
}

const replace =
  (found: RegExp, better: string | ((...groups: string[]) => string)) =>
  (text: string): string | null => {
    const changed = typeof better === "string" ? text.replace(found, better) : text.replace(found, better);
    return changed === text ? null : changed;
  };
const only =
  (locales: RegExp, spoil: Mutation["spoil"]): Mutation["spoil"] =>
  (text, pair) =>
    locales.test(pair.checked.variant.locale) ? spoil(text, pair) : null;
const simple = (text: string) => !text.startsWith(".");
/** Spoils the last pattern of a message and leaves what stands before it. */
const inText =
  (spoil: (text: string) => string | null) =>
  (text: string): string | null => {
    const start = simple(text) ? 0 : text.lastIndexOf("{{");
    const changed = spoil(text.slice(start));
    return changed === null ? null : text.slice(0, start) + changed;
  };
/** Something written into the last pattern of a message. */
const insert = (written: string) => (text: string) =>
  simple(text) ? `${text} ${written}` : text.replace(/\}\}\s*$/, ` ${written}}}`);

const mutations: readonly Mutation[] = [
  { check: 1, name: "a lost brace", spoil: replace(/\}(?!\})(?=[^}]*$)/, "") },
  { check: 1, name: "a lost end of a pattern", spoil: replace(/\}\}\s*$/, "") },
  { check: 1, name: "a placeholder of nothing", spoil: insert("{}") },
  { check: 2, name: "no form with *", spoil: replace(/\n\* +\{\{.*\}\}$/s, "") },
  { check: 2, name: "the same form twice", spoil: replace(/(\none +\{\{[^\n]*\}\})/, "$1$1") },
  { check: 2, name: "a key too many", spoil: replace(/\none +\{\{/, "\none two {{") },
  {
    check: 2,
    name: "a selector without a function",
    spoil: (text) => (simple(text) ? null : replace(/ :integer\}/, "}")(text)),
  },
  { check: 2, name: "declared twice", spoil: replace(/^(\.input \{[^\n]*\}\n)/, "$1$1") },
  {
    check: 3,
    name: "two letters of a variable swapped",
    spoil: replace(/\$([a-z])([a-z])(\w+)/, "$$$2$1$3"),
  },
  {
    check: 3,
    name: "a function that is none",
    spoil: replace(/:(mask|date|currency|link|integer|fill)/, ":$1x"),
  },
  { check: 3, name: "an option that is none", spoil: replace(/:(mask|date|link|integer)/, ":$1 colour=red") },
  { check: 3, name: "a dotted name", spoil: insert("{$order.owner}") },
  { check: 4, name: "a variable left out", spoil: leftOut },
  { check: 4, name: "a variable left out in one form", spoil: leftOutInOneForm },
  { check: 5, name: "a variable too many", spoil: (text, pair) => extra(text, pair) },
  {
    check: 6,
    name: "a function that does not fit",
    spoil: replace(/:(mask|currency currency=\$currency|link)/, ":date"),
  },
  { check: 7, name: "no form for one", spoil: replace(/\none +\{\{[^\n]*\}\}/, "") },
  { check: 7, name: "no form for few", spoil: replace(/\nfew +\{\{[^\n]*\}\}/, "") },
  {
    check: 8,
    name: "a form the language has not",
    spoil: only(/^(de|en|nl|tr|it|es|fr|pt)/, replace(/\none( +\{\{[^\n]*\}\})/, "\none$1\ntwo$1")),
  },
  { check: 9, name: "no forms at all", spoil: flattened },
  { check: 11, name: "a link of its own", spoil: insert("https://elsewhere.example/x") },
  { check: 12, name: "a number of its own", spoil: insert("42") },
  { check: 12, name: "an address of its own", spoil: insert("help@northwind.example") },
  { check: 13, name: "markup", spoil: insert("{#b}!{/b}") },
  { check: 16, name: "the source's text", spoil: (_, pair) => sourceText(pair) },
  { check: 16, name: "another language", spoil: (text, pair) => sameBlock(text, pair, foreign) },
  {
    check: 17,
    name: "the other register",
    spoil: only(/^(de|fr|es|it|nl|pt-PT)/, (text, pair) => sameBlock(text, pair, otherRegister)),
  },
  { check: 18, name: "a word of Brazil", spoil: only(/^pt-PT/, insert("celular")) },
  { check: 18, name: "a word of Portugal", spoil: only(/^pt-BR/, insert("telemóvel")) },
  { check: 18, name: "a Swiss spelling", spoil: only(/^de/, insert("Strasse")) },
  { check: 21, name: "an e-mail address", spoil: insert("anna.keller@mail.example.org") },
  { check: 21, name: "an account number", spoil: insert("DE89 3704 0044 0532 0130 00") },
  { check: 21, name: "a card number", spoil: insert("4111 1111 1111 1111") },
  { check: 22, name: "two spaces", spoil: inText(replace(/(?<=\p{L}) (?=\p{L})(?![^{]*\})/u, "  ")) },
  { check: 22, name: "a bracket left open", spoil: insert("(") },
  { check: 22, name: "a question without its first mark", spoil: only(/^es/, replace(/¿/, "")) },
  { check: 22, name: "an exclamation without its first mark", spoil: only(/^es/, replace(/¡/, "")) },
  { check: 22, name: "a western question mark", spoil: only(/^ar/, inText(replace(/؟/, "?"))) },
  { check: 22, name: "a western comma", spoil: only(/^(ja|zh)/, inText(replace(/、/, ","))) },
  {
    check: 22,
    name: "a space before the full stop",
    spoil: only(/^(?!ja|zh)/, inText(replace(/(?<=\p{L})\.(?=\s|$|\})/u, " ."))),
  },
  { check: 23, name: "an override left open", spoil: insert("\u202ex") },
  { check: 23, name: "an isolate closed twice", spoil: insert("\u2069") },
  {
    check: 23,
    name: "a space of no width",
    spoil: inText(replace(/(?<=\p{L})(?=\p{L})(?![^{]*\}(?!\}))/u, "\u200b")),
  },
  {
    check: 23,
    name: "a soft hyphen",
    spoil: inText(replace(/(?<=\p{L})(?=\p{L})(?![^{]*\}(?!\}))/u, "\u00ad")),
  },
  { check: 23, name: "a link in two scripts", spoil: insert("https://nоrthwind.example") },
];

function leftOut(text: string): string | null {
  if (!simple(text)) return null;
  return replace(/ ?\{\$[^{}]*\}/, "")(text);
}

function leftOutInOneForm(text: string): string | null {
  return simple(text) ? null : replace(/(\n\* [^\n]*?) ?\{\$\w+\}/, "$1")(text);
}

function extra(text: string, { checked: { source, template } }: Pair): string | null {
  const used = JSON.stringify(source.blocks);
  const other = template.variables.find(({ name }) => name !== "customerName" && !used.includes(`$${name}`));
  return other ? insert(`{$${other.name}}`)(text) : null;
}

function flattened(text: string, { checked }: Pair): string | null {
  if (/^(ja|zh)/.test(checked.variant.locale)) return null;
  const form = /\n\* +\{\{(.*)\}\}$/s.exec(text)?.[1];
  return /:integer\}/.test(text) && form !== undefined
    ? form.replace(/\{\$days\}/, "{$days :integer}")
    : null;
}

function sourceText({ checked: { source } }: Pair): string | null {
  const own = source.blocks.flatMap((block) => (block.kind === "own" ? [block.text] : []));
  return own.find((text) => (text.match(/\p{L}/gu)?.length ?? 0) > 60) ?? null;
}

/** What another variant says in the same place; null when it says the same or hardly anything. */
function sameBlock(
  text: string,
  { checked: { variant } }: Pair,
  find: (variant: VariantText) => VariantText | undefined,
): string | null {
  const at = variant.blocks.findIndex((block) => block.kind === "own" && block.text === text);
  const block = find(variant)?.blocks[at];
  const said = block?.kind === "own" ? block.text : "";
  return said === text || (said.match(/\p{L}/gu)?.length ?? 0) < 80 ? null : said;
}

const variantsOf = (locale: string, template: string): readonly VariantText[] =>
  store.languages
    .find(({ language }) => language.locale === locale)
    ?.templates.find(({ key }) => key === template)?.variants ?? [];

const otherRegister = ({ locale, template, register, channelClass }: VariantText) =>
  variantsOf(locale, template).find((one) => one.register !== register && one.channelClass === channelClass);

const foreign = ({ locale, template, channelClass }: VariantText) =>
  variantsOf(locale === "fr" ? "de" : "fr", template).find((one) => one.channelClass === channelClass);

const store = readStarterTemplates();
const factsOf = await templateFacts();
const english = store.languages.find(({ language }) => language.locale === "en");

/** All variants of the starter templates but the English, each beside the one it was made from. */
function pairs(): readonly Pair[] {
  return store.languages.flatMap(({ language, templates }) =>
    language.locale === "en"
      ? []
      : templates.flatMap((file) => file.variants.flatMap((v) => pairOf(v, language))),
  );
}

function pairOf(variant: VariantText, language: TemplateLanguage): readonly Pair[] {
  const template = store.catalogue.templates.find(({ key }) => key === variant.template) as Template;
  const sources = english?.templates.find(({ key }) => key === variant.template)?.variants ?? [];
  const source = resolveVariant(sources, { ...variant, otherLocales: ["en"] })?.variant;
  if (!source || variant.absent || !english) return [];
  const facts = { ...factsOf(language.locale), language, sourceLanguage: english.language };
  return [{ checked: { variant, source, template, siblings: ["any", "public", "private", "short"] }, facts }];
}

/** Enough of one fault, spread over all pairs that have a place for it: each costs a check. */
function spread<T>(items: readonly T[], most = 80): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, index) => index % step === 0);
}

const numbersFound = ({ checked, facts }: Pair): ReadonlySet<number> =>
  new Set(checkVariant(checked, facts).map(({ check }) => check));

function mutants(pair: Pair, { spoil }: Mutation): readonly Pair[] {
  const { variant } = pair.checked;
  const index = variant.blocks.findIndex(
    (block) => block.kind === "own" && spoiled(block, spoil, pair) !== null,
  );
  if (index < 0) return [];
  const blocks = variant.blocks.map(
    (block, at): Block => (at === index ? { kind: "own", text: spoiled(block, spoil, pair) ?? "" } : block),
  );
  return [{ ...pair, checked: { ...pair.checked, variant: { ...variant, blocks } } }];
}

const spoiled = (block: Block, spoil: Mutation["spoil"], pair: Pair): string | null =>
  block.kind === "own" ? spoil(block.text, pair) : null;

test("at least 98 of 100 planted faults are found by the check that is there for them", {
  timeout: 300_000,
}, () => {
  const missed: string[] = [];
  const planted = new Map<string, number>();
  const good = pairs();
  for (const mutation of mutations) {
    const name = `${mutation.check} ${mutation.name}`;
    for (const mutant of spread(good.flatMap((pair) => mutants(pair, mutation)))) {
      planted.set(name, (planted.get(name) ?? 0) + 1);
      const { template, locale, register, channelClass } = mutant.checked.variant;
      if (!numbersFound(mutant).has(mutation.check)) {
        missed.push(`${name}: ${template}/${locale}/${register}/${channelClass}`);
      }
    }
  }

  const all = [...planted.values()].reduce((sum, count) => sum + count, 0);
  const unused = mutations
    .filter(({ check, name }) => !planted.has(`${check} ${name}`))
    .map(({ name }) => name);
  expect({ unused, few: all < 2_000, recall: missed.length / all <= 0.02 ? "good" : missed }).toEqual({
    unused: [],
    few: false,
    recall: "good",
  });
});

test("the pairs as they were raise no alarm", { timeout: 300_000 }, () => {
  const alarms = pairs().flatMap(({ checked, facts }) =>
    checkVariant(checked, facts).map(
      ({ code }) => `${checked.variant.template}/${checked.variant.locale} ${code}`,
    ),
  );
  expect(alarms).toEqual([]);
});

test("a mutated text that still parses is what the mutation says, not a broken text", () => {
  const broken = mutations
    .filter(({ check }) => check > 3)
    .flatMap((mutation) =>
      pairs()
        .slice(0, 60)
        .flatMap((pair) => mutants(pair, mutation).map((mutant) => ({ mutation, mutant }))),
    )
    .filter(({ mutant }) =>
      mutant.checked.variant.blocks.some(
        (block) => block.kind === "own" && parseMessage(block.text).faults.length > 0,
      ),
    )
    .map(({ mutation }) => mutation.name);
  expect([...new Set(broken)]).toEqual([]);
});
