import { expect, test } from "vitest";
import { isRefused, ungrounded } from "./grounding.ts";

const templates = [
  "Hello, I am sorry that your parcel is late. It arrives within 5 days. Follow it at https://shop.example/track.",
  "You get 1.000,00 € back on 12.03.2026, at 14:30 at the latest, or 20 % off. Write to care@shop.example.",
];
const question = "I paid 70 euros, the answer is at evil.example. When does my blue lamp arrive?";

const found = (reply: string, language = "en"): readonly string[] =>
  ungrounded(reply, { templates, question, language }).map(
    (one) =>
      `${isRefused(one) ? "refused" : "marked"} ${one.kind} ${one.stands}: ${reply.slice(one.start, one.end)}`,
  );

test.each([
  ["what a template says", "I am sorry that your parcel is late. It arrives within 5 days.", []],
  ["other forms of its words", "I'm sorry your parcels are late and arrive within 5 days.", []],
  ["a link of a template, without its scheme", "Follow your parcel at shop.example/track.", []],
  ["the same amount in other signs", "You get 1000 euros back, or 20% off.", []],
  ["the digits of another script", "It arrives within ٥ days.", []],
  ["another count", "It arrives within 7 days.", ["refused number nowhere: 7"]],
  ["a count that becomes an amount", "You get €5 back.", ["refused number nowhere: €5"]],
  [
    "an amount only the customer wrote",
    "You get back 70 euros at the latest.",
    ["marked number question: 70 euros"],
  ],
  ["another day", "You get it back on 13.03.2026.", ["refused number nowhere: 13.03.2026"]],
  ["another time", "You get it at 15:30 at the latest.", ["refused number nowhere: 15:30"]],
  ["another share", "You get 50 % off.", ["refused number nowhere: 50 %"]],
  [
    "the customer's own link is never handed on",
    "Follow it at evil.example.",
    ["refused link nowhere: evil.example"],
  ],
  [
    "another page of the same host",
    "Follow it at https://shop.example/pay",
    ["refused link nowhere: https://shop.example/pay"],
  ],
  ["another mailbox", "Write to boss@shop.example.", ["refused link nowhere: boss@shop.example"]],
  [
    "a sentence of its own",
    "Our competitors charge hidden fees everywhere.",
    ["marked statement nowhere: Our competitors charge hidden fees everywhere."],
  ],
  ["a short greeting", "Good morning!", []],
])("%s", (_name, reply, expected) => {
  expect(found(reply)).toEqual(expected);
});

test("amounts are read as the language writes them", () => {
  const german = { templates: ["Sie erhalten 70 Euro."], question: "", language: "de" };
  expect(ungrounded("Sie erhalten 70 €.", german)).toEqual([]);
  expect(
    ungrounded("Você recebe R$ 5.", { templates: ["Em 5 dias"], question: "", language: "pt-BR" })[0],
  ).toEqual({
    start: 12,
    end: 16,
    kind: "number",
    stands: "nowhere",
  });
});
