import { expect, test } from "vitest";
import {
  type Block,
  type CheckFacts,
  checkVariant,
  type Register,
  type Template,
  type TemplateLanguage,
  type Variable,
  type VariantText,
} from "../index.ts";

const variable = (name: string, over: Partial<Variable> = {}): Variable => ({
  name,
  type: "text",
  source: "order",
  required: true,
  maxLength: 20,
  pii: "none",
  choices: [],
  functions: [],
  ...over,
});
const template: Template = {
  key: "t",
  intent: "t",
  channelClasses: ["any"],
  sourceLocale: "en",
  variables: [
    variable("n", { type: "number", maxLength: 9 }),
    variable("title", { type: "choice", choices: ["mr", "ms"] }),
    variable("order"),
    variable("day", { type: "date" }),
    variable("note", { source: "manual" }),
    variable("page", { type: "link", maxLength: 80 }),
  ],
};
const language = (locale: string): TemplateLanguage => ({
  locale,
  proofread: false,
  honorifics: {},
  variables: { order: { label: "order", sample: "NW-1" } },
  blocks: [],
});
const variant = (locale: string, texts: readonly string[], register: Register = "formal"): VariantText => ({
  template: "t",
  locale,
  register,
  channelClass: "any",
  absent: false,
  blocks: texts.map((text): Block => ({ kind: "own", text })),
});

interface Given extends Partial<Omit<CheckFacts, "language" | "sourceLanguage">> {
  readonly locale?: string;
  readonly register?: Register;
  readonly source?: string | readonly string[];
  readonly channelClass?: VariantText["channelClass"];
}

/** What is found in a text: code and the stretch it is about. */
function found(text: string, given: Given = {}) {
  const { locale = "de", register = "formal", source, channelClass = "any", ...facts } = given;
  const checked = {
    variant: { ...variant(locale, [text], register), channelClass },
    source: source === undefined ? null : variant("en", [source].flat(), "neutral"),
    template,
    siblings: [],
  };
  const findings = checkVariant(checked, {
    language: language(locale),
    sourceLanguage: language("en"),
    ...facts,
  });
  return findings.map(({ code, start, end, block }) =>
    block < 0 ? code : `${code} ${text.slice(start, end)}`,
  );
}

const GENDER = (mr: string, ms: string, other: string) =>
  `.input {$title :honorific}\n.match $title\nmr {{${mr}}}\nms {{${ms}}}\n* {{${other}}}`;

test.each([
  [GENDER("Sehr geehrter Herr", "Sehr geehrte Frau", "Guten Tag"), []],
  [
    GENDER("Sehr geehrter Herr", "Sehr geehrte Frau", "Sehr geehrter Herr"),
    ["neutral-is-gendered * {{Sehr geehrter Herr}}"],
  ],
  [GENDER("Hallo", "Hallo", "Hallo"), []],
])("forms of address: %s", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  [
    "Mehr unter https://example.org/de/a.",
    "More at https://example.org/a.",
    ["other-path https://example.org/de/a"],
  ],
  ["Mehr unter https://other.org/a.", "More at https://example.org/a.", ["other-host https://other.org/a"]],
  ["Mehr dazu später.", "More at https://example.org/a.", ["missing-link"]],
  ["Mehr unter https://example.org/a.", "More at https://example.org/a.", []],
])("links: %s", (text, source, expected) => {
  expect(found(text, { source })).toEqual(expected);
});

test.each([
  ["Es kostet 1.234,50 Euro.", "It costs 1,234.50 euros.", []],
  ["Es kostet 1.234,60 Euro.", "It costs 1,234.50 euros.", ["other-number", "other-number 1.234,60"]],
  ["Rufen Sie bitte an.", "Please call 0800 123.", ["other-number"]],
  ["Bis zu 30 Tage", "Up to 14 days", ["other-number", "other-number 30"]],
])("numbers: %s", (text, source, expected) => {
  expect(found(text, { source })).toEqual(expected);
});

test("digits of other scripts are the same numbers, and a form for one may write it", () => {
  const text =
    ".input {$n :integer}\n.match $n\nzero {{٠ {$n} ١٤}}\none {{١٤ و1}}\ntwo {{١٤ ٢}}\nfew {{{$n} ١٤}}\nmany {{{$n} ١٤}}\n* {{{$n} ١٤}}";
  const source = ".input {$n :integer}\n.match $n\none {{{$n} of 14}}\n* {{{$n} of 14}}";
  expect(found(text, { locale: "ar", source })).toEqual([]);
});

test.each([
  [`${"x".repeat(260)} {$order}`, "short", ["too-long"]],
  [`${"x".repeat(255)} {$order}`, "short", ["long"]],
  [`${"x".repeat(200)} {$order}`, "short", []],
  ["x".repeat(300), "any", ["too-long"]],
  [`${"x".repeat(200)} {$page :link}`, "short", []],
] as const)("the worst case counts with the longest value", (text, channelClass, expected) => {
  expect(found(text, { channelClass })).toEqual(expected);
});

test("Japanese text needs half the signs of an alphabet, each counted as two", () => {
  const longest = (text: string) => found(text, { locale: "ja", channelClass: "short" });
  expect([longest(`${"字".repeat(130)}{$order}`), longest(`${"字".repeat(131)}{$order}`)]).toEqual([
    ["long"],
    ["too-long"],
  ]);
});

test("words of the other register are marked where they stand, escapes included", () => {
  const cuesOf = (text: string) =>
    [...text.matchAll(/\bdu\b/g)].map(({ index }) => ({
      start: index,
      end: index + 2,
      register: "informal" as const,
    }));
  expect([
    found("\\{Hallo\\}, hast du Zeit?", { cuesOf }),
    found("Hast du Zeit?", { cuesOf, register: "informal" }),
  ]).toEqual([["other-register du"], []]);
});

test.each([
  ["Unsere Lieferungen dauern.", []],
  ["Unser Versand dauert.", ["term-missing"]],
  ["Die Zustellungen und Lieferungen dauern.", ["term-forbidden Zustellungen"]],
])("glossary terms are found in any inflection: %s", (text, expected) => {
  const glossary = [
    { term: "delivery", keep: false, translations: { de: ["Lieferung"] }, forbidden: { de: ["Zustellung"] } },
    { term: "Northwind", keep: true, translations: {}, forbidden: {} },
  ];
  expect(found(text, { source: "Our deliveries take time.", glossary })).toEqual(expected);
});

test("a name that stays as it is must not be altered", () => {
  const glossary = [{ term: "Northwind", keep: true, translations: {}, forbidden: {} }];
  const source = "Thanks from Northwind.";
  expect([
    found("Danke von Nordwind.", { source, glossary }),
    found("Danke von Northwind.", { source, glossary }),
  ]).toEqual([["term-altered"], []]);
});

test.each([
  ["cosmetic", ["stale-cosmetic"]],
  ["wording", ["stale-wording"]],
  ["contract", ["stale-contract"]],
  ["current", []],
] as const)("a source that moved: %s", (staleness, expected) => {
  expect(found("Guten Tag", { staleness })).toEqual(expected);
});

test.each([
  ["mt", false, ["unread-machine-text"]],
  ["llm", true, []],
  ["human", false, []],
] as const)("text of %s, read %s", (origin, read, expected) => {
  expect(found("Guten Tag", { origin, read })).toEqual(expected);
});

test("a word the dictionary lacks comes with the nearest; names beside placeholders and links do not count", () => {
  const speller = { knows: (word: string) => ["Guten", "Tag"].includes(word), near: () => ["Tag", "Tage"] };
  const text = "Guten Tga https://foo.example/bar";
  expect([
    found(text, { speller }),
    checkVariant(
      { variant: variant("de", [text]), source: null, template },
      { language: language("de"), sourceLanguage: language("en"), speller },
    )[0]?.fixes.map(({ edits }) => edits),
  ]).toEqual([["spelling Tga"], [[{ start: 6, end: 9, text: "Tag" }], [{ start: 6, end: 9, text: "Tage" }]]]);
});

test("the same source translated otherwise elsewhere", () => {
  const translationsOf = (source: string) => (source === "We are sorry." ? ["Es tut uns leid."] : []);
  expect(found("Wir bedauern das.", { source: "We are sorry.", translationsOf })).toEqual([
    "inconsistent Wir bedauern das.",
  ]);
});

test.each([
  ["Ja.", ["odd-length"]],
  ["Wir haben Ihre Nachricht erhalten und melden uns bald bei Ihnen.", []],
])("length beside the source: %s", (text, expected) => {
  expect(found(text, { source: "We have received your message and will get back to you soon." })).toEqual(
    expected,
  );
});

test("a text in another language", () => {
  const source = "We have received your message and will answer you.";
  expect([
    found("Nous avons bien reçu votre message et allons répondre.", { source, languageOf: () => "fr" }),
    found("Wir haben Ihre Nachricht erhalten und antworten Ihnen.", { source, languageOf: () => "de" }),
    found("We have received your message and will answer you!", { source }),
  ]).toEqual([
    ["other-language Nous avons bien reçu votre message et allons répondre."],
    [],
    ["untranslated We have received your message and will answer you!"],
  ]);
});

test("an unknown name offers the nearest one", () => {
  const [finding] = checkVariant(
    { variant: variant("de", ["Nr. {$ordre}"]), source: null, template },
    { language: language("de"), sourceLanguage: language("en") },
  );
  expect([finding?.code, finding?.check, finding?.fixes[0]?.edits]).toEqual([
    "unknown-variable",
    3,
    [{ start: 6, end: 11, text: "order" }],
  ]);
});

test("a variant that is absent on purpose has nothing to check", () => {
  const absent = { ...variant("de", []), absent: true };
  expect(
    checkVariant(
      { variant: absent, source: null, template },
      { language: language("de"), sourceLanguage: language("en") },
    ),
  ).toEqual([]);
});
