import { brackets, createTokens, type KnownHere, plainOf, redact, ungrounded } from "@parley/shared/fence";
import { createRenderer, sampleValues } from "@parley/shared/template";
import { expect, test } from "vitest";
import { identifierWords } from "../brand/hide-personal-data.ts";
import { readStarterTemplates } from "../template/starter-templates.ts";

const { catalogue, languages } = readStarterTemplates();
const known: KnownHere = {
  countries: ["DE", "GB", "US", "BR", "PT", "ES", "FR", "IT", "NL", "PL", "TR", "JP", "CN", "AE"],
  orderNumbers: ["NW-999999"],
  words: identifierWords,
  names: ["Maria José da Silva", "王小明"],
  handles: ["maria_js"],
  titles: languages.flatMap(({ language }) => Object.values(language.honorifics)),
};
const SECRETS = [
  "Maria",
  "Silva",
  "王小明",
  "a.b@example.org",
  "maria_js",
  "123456",
  "1234567",
  "evil.example",
];

test("what customers write in every language is hidden, leaves nothing behind, and comes back as it was", () => {
  const messages = languages.flatMap(({ templates }) => templates.flatMap(({ samples }) => samples));
  const faults: string[] = [];
  for (const message of messages) {
    const text = `Maria da Silva, 王小明: ${message} (a.b@example.org @maria_js NW-123456 +49 170 1234567 https://evil.example)`;
    const redaction = redact(text, known, createTokens());
    if (redaction.kind === "unproven") {
      faults.push(`kept ${redaction.left}: ${message}`);
      continue;
    }
    const sent = brackets.write(redaction.text);
    const left = SECRETS.filter((secret) => sent.includes(secret));
    if (left.length > 0) faults.push(`left ${left.join()}: ${sent}`);
    if (plainOf(redaction.text) !== text) faults.push(`changed: ${message}`);
  }
  expect([messages.length > 4000, faults]).toEqual([true, []]);
});

const texts = languages.flatMap(({ language, templates }) =>
  templates.flatMap(({ key, variants }) => {
    const template = catalogue.templates.find((one) => one.key === key);
    if (!template) return [];
    const { render } = createRenderer({ template, language, labels: {}, timeZone: "UTC" });
    const values = sampleValues(template.variables, language);
    return variants
      .filter(({ absent }) => !absent)
      .map((variant) => ({ locale: language.locale, key, text: render(variant, values).text }));
  }),
);

test("a reply that says what a template says is grounded in it, in every language; another amount and link are not", () => {
  const faults = texts.flatMap(({ locale, key, text }) => {
    const ground = { templates: [text], question: "", language: locale };
    const own = ungrounded(text, ground).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    const wrong = ungrounded(`${text}\n7777 €. https://evil.example`, ground).map(({ kind }) => kind);
    const missed = wrong.includes("number") && wrong.includes("link") ? [] : ["missed"];
    return [...own, ...missed].map((fault) => `${locale} ${key}: ${fault}`);
  });
  expect([texts.length > 1000, faults]).toEqual([true, []]);
});

test("a reply that says what another template says than the one it names does not pass unmarked", () => {
  const wrong = texts.flatMap(({ locale, text }, index) => {
    // A few others for each text: all pairs would take minutes.
    const others = texts.filter((one, place) => one.locale === locale && (place + index) % 40 === 0);
    return others
      .filter((other) => other.key !== texts[index]?.key)
      .map(
        (other) => ungrounded(text, { templates: [other.text], question: "", language: locale }).length > 0,
      );
  });
  const marked = wrong.filter(Boolean).length / wrong.length;
  expect([wrong.length > 1000, marked >= 0.995]).toEqual([true, true]);
});
