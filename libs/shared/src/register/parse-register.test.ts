import { expect, test } from "vitest";
import { parseRegister, registerOf, registerTag } from "./index.ts";

test("a word list with weights needs no model", () => {
  const data = {
    xx: parseRegister("xx", {
      classes: { "i.pron": ["tu"], "f.pron": ["vos"] },
      weights: { "i.pron": -2, "f.pron": 2 },
    }),
  };
  expect(["tu", "vos", "tu vos", "nos"].map((text) => registerOf(text, "xx", data).register)).toEqual([
    "informal",
    "formal",
    "mixed",
    "neutral",
  ]);
});

test("a language that nobody passed in is neutral", () => {
  expect(registerOf("Sie", "de", {})).toEqual({ register: "neutral", evidence: [] });
});

test("a swap is offered where no verb changes, with the capital its place asks for", () => {
  const words = {
    classes: { "i.poss": ["dein"], "a.ihre": ["ihre"] },
    weights: { "i.poss": -3, "a.ihre^": 3, "a.ihre~": 3 },
    swaps: { formal: { dein: "Ihr" }, informal: { ihre: "deine" } },
  };
  const data = { de: parseRegister("de", words) };
  const swaps = (text: string) => registerOf(text, "de", data).evidence.map(({ swap }) => swap);
  expect([swaps("Wo ist dein Paket?"), swaps("Nun. Ihre Pakete"), swaps("Das sind Ihre Pakete")]).toEqual([
    ["Ihr"],
    ["Deine"],
    ["deine"],
  ]);
});

test.each<[string, readonly string[], string | undefined]>([
  ["de-AT", ["de", "en"], "de"],
  ["pt", ["pt-BR", "pt-PT"], "pt-PT"],
  ["pt-AO", ["pt-BR", "pt-PT"], "pt-PT"],
  ["pt-BR", ["pt-BR", "pt-PT"], "pt-BR"],
  ["zh", ["zh-CN"], "zh-CN"],
  ["sv", ["de"], undefined],
])("%s is read among %j as %s", (tag, known, name) => {
  expect(registerTag(tag, known)).toBe(name);
});

test.each<[unknown, unknown]>([
  [null, undefined],
  [{}, undefined],
  [{ classes: { "i.pron": "du" } }, undefined],
  [{ classes: {}, verbs: [1] }, undefined],
  [{ classes: {}, weights: { a: "b" } }, undefined],
  [{ classes: {} }, { features: {} }],
  [{ classes: {} }, { scale: 1, gates: {}, bands: {}, verdict: [], features: {} }],
])("%j with the model %j is refused", (words, model) => {
  expect(() => parseRegister("xx", words, model)).toThrow(/^register of xx: /);
});
