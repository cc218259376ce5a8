import { expect, test } from "vitest";
import { everyTokenOf, restore } from "./restore.ts";
import { createTokens, plainOf } from "./token.ts";
import { brackets, markup, type Wire } from "./wire.ts";

const tokens = createTokens();
const text = [
  "Hello ",
  tokens.of("NAME", "Zoë <3"),
  ", write to ",
  tokens.of("EMAIL", "a@b.example"),
  " & wait.",
];

const answered = (wire: Wire, answer: string): string => {
  const restored = restore(wire.read(answer), everyTokenOf(text));
  return restored.kind === "restored" ? plainOf(restored.text) : `${restored.why} ${restored.token}`.trim();
};

test.each([
  ["as it was sent", brackets.write(text), "Hello Zoë <3, write to a@b.example & wait."],
  ["in another order", "[[EMAIL_1]] – [[NAME_1]]", "a@b.example – Zoë <3"],
  ["one is lost", "Hello [[NAME_1]]", "missing EMAIL_1"],
  ["one is doubled", "[[NAME_1]] [[NAME_1]] [[EMAIL_1]]", "repeated NAME_1"],
  ["one is made up", "[[NAME_1]] [[EMAIL_1]] [[PHONE_1]]", "invented PHONE_1"],
  ["brackets are lost", "NAME_1 [[EMAIL_1]]", "altered"],
  ["a bracket is lost", "[NAME_1] [[EMAIL_1]]", "altered"],
  ["another case", "[[name_1]] [[EMAIL_1]]", "altered"],
  ["a blank inside", "[[NAME 1]] [[EMAIL_1]]", "altered"],
])("brackets: %s", (_name, answer, expected) => {
  expect(answered(brackets, answer)).toBe(expected);
});

test.each([
  ["as it was sent", markup.write(text), "Hello Zoë <3, write to a@b.example & wait."],
  ["with an end tag", '<ph id="EMAIL_1"></ph> <ph id="NAME_1"/>', "a@b.example Zoë <3"],
  ["entities", '&quot;<ph id="EMAIL_1"/>&#34; &#x41;<ph id="NAME_1" />', '"a@b.example" AZoë <3'],
  ["another tag", '<b>x</b> <ph id="EMAIL_1"/> <ph id="NAME_1"/>', "altered"],
  ["one is lost", '<ph id="EMAIL_1"/>', "missing NAME_1"],
  ["one is made up", '<ph id="EMAIL_1"/><ph id="NAME_1"/><ph id="NAME_2"/>', "invented NAME_2"],
])("markup: %s", (_name, answer, expected) => {
  expect(answered(markup, answer)).toBe(expected);
});
