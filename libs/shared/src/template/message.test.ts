import { expect, test } from "vitest";
import { MAX_MESSAGE_BYTES, messageSource, parseMessage, placeholdersOf, variablesOf } from "./index.ts";

test("all syntax errors of a text are found, each with its place", () => {
  const { message, faults } = parseMessage("Hi {$ } and {:} and {|open} x");
  expect([message, faults.map(({ type, start, end }) => [type, start, end])]).toMatchInlineSnapshot(`
    [
      null,
      [
        [
          "syntax-error",
          5,
          6,
        ],
        [
          "syntax-error",
          14,
          15,
        ],
        [
          "syntax-error",
          29,
          30,
        ],
      ],
    ]
  `);
});

test.each([
  [".input {$n :integer}\n.match $n\none {{a}}", "missing-fallback-variant"],
  [".input {$n :integer}\n.match $n\none two {{a}}\n* {{b}}", "variant-key-mismatch"],
  [".input {$n}\n.match $n\n* {{b}}", "missing-selector-annotation"],
  [".input {$n :integer}\n.input {$n :integer}\n{{b}}", "duplicate-declaration"],
  [".input {$n :integer}\n.match $n\n* {{a}}\n* {{b}}", "duplicate-variant"],
  ["{$n :integer select=exact select=exact}", "duplicate-option-name"],
])("%s is refused as %s", (source, type) => {
  expect(parseMessage(source).faults.map((fault) => fault.type)).toContain(type);
});

test("a text of 400 kB is refused unread", () => {
  const { message, faults } = parseMessage("a".repeat(400_000));
  expect([message, faults]).toEqual([
    null,
    [{ type: "message-too-long", detail: "message-too-long", start: 0, end: 400_000 }],
  ]);
});

test("the cap counts bytes, not characters", () => {
  const most = Math.floor(MAX_MESSAGE_BYTES / 3);
  expect([
    parseMessage("字".repeat(most)).faults.length,
    parseMessage("字".repeat(most + 1)).faults.length,
  ]).toEqual([0, 1]);
});

test("a message with 65 forms is refused", () => {
  const forms = Array.from({ length: 64 }, (_, n) => `${n} {{a}}`).join("\n");
  const { faults } = parseMessage(`.input {$n :integer}\n.match $n\n${forms}\n* {{b}}`);
  expect(faults.map(({ type }) => type)).toEqual(["too-many-variants"]);
});

test("variables are found in placeholders, options and selectors, local ones are not from outside", () => {
  const { message } = parseMessage(
    ".input {$n :integer}\n.local $x = {$y :number}\n.match $n\n* {{{$x} {$z :currency currency=$c}}}",
  );
  expect(message && [...variablesOf(message)]).toEqual(["n", "y", "z", "c"]);
});

test("placeholders know their place, and a parsed message prints as it was", () => {
  const source = "Hallo {$name :name}, {#b}hier{/b}";
  const { message } = parseMessage(source);
  expect(
    message && [
      messageSource(message),
      placeholdersOf(message).map(({ start, end, name }) => [start, end, name]),
    ],
  ).toEqual([
    source,
    [
      [6, 19, "name"],
      [21, 25, "b"],
      [29, 33, "b"],
    ],
  ]);
});
