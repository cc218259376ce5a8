import { expect, test } from "vitest";
import { type Models, trained, training } from "./model.ts";
import { restoreModels, storeModels } from "./storing.ts";
import { createSuggester, type Question, type Suggester } from "./suggester.ts";
import { examples } from "./test/examples.ts";

const models: Models = trained(examples);

const ask = (suggester: Suggester, question: Partial<Question>) =>
  suggester.rank({ lang: "en", text: "my parcel is late", limit: 5, ...question });
const firstOf = (suggester: Suggester, question: Partial<Question>) =>
  ask(suggester, question).suggestions[0]?.label;

test("names alone are enough to begin with, and nothing is certain then", () => {
  const suggester = createSuggester();
  for (const [label, text] of [
    ["delay", "Parcel is late"],
    ["refund", "Refund is on its way"],
  ] as const) {
    suggester.add({ lang: "en", text, label });
  }
  const { suggestions, confident } = ask(suggester, {});
  expect({ labels: suggestions.map(({ label }) => label), confident }).toEqual({
    labels: ["delay", "refund"],
    confident: false,
  });
});

test("a trained model is certain where it may be, and scores sum up to 1", () => {
  const { suggestions, confident } = ask(createSuggester(models), { text: "hello, where is my parcel" });
  const sum = suggestions.reduce((total, { score }) => total + score, 0);
  expect({ first: suggestions[0]?.label, confident, sum: Number(sum.toFixed(6)) }).toEqual({
    first: "delay",
    confident: true,
    sum: 1,
  });
});

test("the same examples train the same model, and progress ends at 1", () => {
  const told: number[] = [];
  const work = training(examples);
  let step = work.next();
  while (!step.done) {
    told.push(step.value);
    step = work.next();
  }
  const rises = told.every((share, index) => share >= (told[index - 1] ?? 0));
  expect({ same: storeModels(step.value), rises, last: Math.round(told.at(-1) ?? 0) }).toEqual({
    same: storeModels(models),
    rises: true,
    last: 1,
  });
});

test("stored models rank as the ones they were made of", () => {
  const restored = restoreModels(storeModels(models));
  if (restored.kind !== "models") throw new Error(restored.fault);
  const texts = examples.map(({ text }) => text.slice(3));
  const answers = (suggester: Suggester) => texts.map((text) => firstOf(suggester, { text }));
  expect(answers(createSuggester(restored.models))).toEqual(answers(createSuggester(models)));
});

const bytes = storeModels(models);
const changed = (at: number) => bytes.with(at, 99);
test.each([
  ["nothing", new Uint8Array(), "not_models"],
  ["something else", changed(0), "not_models"],
  ["another version", changed(4), "other_version"],
  ["half a write", bytes.slice(0, -1), "cut_off"],
  ["a part of the outline", bytes.slice(0, 20), "cut_off"],
])("%s is not restored", (_, stored, fault) => {
  expect(restoreModels(stored)).toEqual({ kind: "unusable", fault });
});

test("an example added to a trained model counts at once, also of a new label", () => {
  const suggester = createSuggester(models);
  suggester.add({ lang: "en", text: "do you sell gift vouchers", label: "voucher" });
  expect(firstOf(suggester, { text: "Do you sell gift vouchers?" })).toBe("voucher");
});

test("what was learnt is not remembered twice, and what came during training is kept", () => {
  const suggester = createSuggester();
  for (const example of examples) suggester.add(example);
  suggester.add({ lang: "en", text: "do you sell gift vouchers", label: "voucher" });
  suggester.adopt(models, examples.length);
  const labels = ["my parcel is late", "you sell gift vouchers?"].map((text) => firstOf(suggester, { text }));
  expect(labels).toEqual(["delay", "voucher"]);
});

test("countries share a language, and a language nobody knows is asked of all", () => {
  const suggester = createSuggester();
  suggester.add({ lang: "pt-BR", text: "onde está meu pedido", label: "delay" });
  suggester.add({ lang: "de", text: "Passwort vergessen", label: "login" });
  const labels = [
    firstOf(suggester, { lang: "pt-PT", text: "onde está o pedido" }),
    firstOf(suggester, { lang: "nl", text: "password vergeten" }),
  ];
  expect(labels).toEqual(["delay", "login"]);
});

test("only what may be suggested is, and leaning changes the order without raising the sum", () => {
  const suggester = createSuggester(models);
  const among = new Set(["refund", "praise"]);
  const before = ask(suggester, { among });
  const leant = ask(suggester, { among, lean: (label) => (label === "praise" ? 1e6 : 1) });
  const sum = ({ suggestions }: typeof before) =>
    suggestions.reduce((total, { score }) => total + score, 0).toFixed(6);
  expect({ labels: leant.suggestions.map(({ label }) => label), sum: sum(leant) }).toEqual({
    labels: ["praise", "refund"],
    sum: sum(before),
  });
});

test("a message without words has no suggestions", () => {
  expect(ask(createSuggester(models), { text: "… 123 @you https://x.example" }).suggestions.length > 0).toBe(
    true,
  );
  expect(ask(createSuggester(models), { text: "… @you https://x.example" })).toEqual({
    suggestions: [],
    confident: false,
  });
});
