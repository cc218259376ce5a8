import { expect, test } from "vitest";
import { templateFacts } from "./check-facts.ts";
import { checkStarters } from "./check-starters.ts";
import { readStarterTemplates } from "./starter-templates.ts";

const store = readStarterTemplates();
const factsOf = await templateFacts();

test("every starter template passes all checks", () => {
  const findings = checkStarters({ store, factsOf }).map(({ file, line, severity, code, args }) => ({
    file,
    line,
    severity,
    code,
    args,
  }));
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("every language labels every variable and has every shared block in every register", () => {
  const { catalogue, languages } = store;
  const names = new Set(catalogue.templates.flatMap(({ variables }) => variables.map(({ name }) => name)));
  const gaps = languages.flatMap(({ language: { locale, variables, blocks } }) => [
    ...[...names].filter((name) => !variables[name]).map((name) => `${locale} $${name}`),
    ...catalogue.blocks.flatMap(({ key }) =>
      (catalogue.registers[locale] ?? [])
        .filter((register) => !blocks.some((text) => text.block === key && text.register === register))
        .map((register) => `${locale} ${key} ${register}`),
    ),
  ]);
  expect(gaps).toEqual([]);
});

test("no two samples of a language are the same, or a suggestion could not tell their templates apart", () => {
  const twice = store.languages.flatMap(({ language, templates }) => {
    const seen = new Map<string, string>();
    return templates.flatMap(({ key, samples }) =>
      samples.flatMap((sample) => {
        const before = seen.get(sample.toLowerCase());
        seen.set(sample.toLowerCase(), key);
        return before === undefined ? [] : [`${language.locale}: ${sample} (${before}, ${key})`];
      }),
    );
  });
  expect(twice).toEqual([]);
});
