import { expect, test } from "vitest";
import { messageTexts } from "./message-text.ts";
import { createTokens, type Tokened } from "./token.ts";
import { brackets } from "./wire.ts";

const upper = (text: Tokened): Tokened =>
  text.map((part) => (typeof part === "string" ? part.toUpperCase() : part));

test.each([
  ["plain words", "Hello.", ["Hello."], "HELLO."],
  [
    "placeholders with options and markup",
    "Hi {$name :name}, {#b}now{/b} in {$n :integer} days",
    ["Hi [[PLACEHOLDER_1]], [[PLACEHOLDER_2]]now[[PLACEHOLDER_3]] in [[PLACEHOLDER_4]] days"],
    "HI {$name :name}, {#b}NOW{/b} IN {$n :integer} DAYS",
  ],
  [
    "each form by itself",
    ".input {$n :integer}\n.match $n\none {{{$n} day}}\n* {{{$n} days}}",
    ["[[PLACEHOLDER_1]] day", "[[PLACEHOLDER_1]] days"],
    ".input {$n :integer}\n.match $n\none {{{$n} DAY}}\n* {{{$n} DAYS}}",
  ],
  ["braces in words", "a \\{b\\} {$x}", ["a {b} [[PLACEHOLDER_1]]"], "A \\{B\\} {$x}"],
])("%s", (...[, source, written, result]) => {
  const message = messageTexts(source, createTokens());
  expect([message?.texts.map(brackets.write), message?.with(message.texts.map(upper))]).toEqual([
    written,
    result,
  ]);
});

test("what cannot be read is not taken apart", () => {
  expect(messageTexts("Hi {$name", createTokens())).toBeNull();
});
