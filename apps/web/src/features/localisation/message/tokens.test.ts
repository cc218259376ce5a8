import { describe, expect, test } from "vitest";
import { isolatesOf } from "./isolates.ts";
import { tokensOf } from "./tokens.ts";

const said = (source: string) =>
  tokensOf(source).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`);

describe("the parts of a message", () => {
  test.each([
    ["Guten Tag,", []],
    ["Hallo {$name :name}!", ["brace {", "variable $name", "function :name", "brace }"]],
    [
      "{$question :fill label=|Ihre {Frage}|}",
      [
        "brace {",
        "variable $question",
        "function :fill",
        "option label",
        "literal |Ihre {Frage}|",
        "brace }",
      ],
    ],
    [
      "{#b}fett{/b} \\{",
      ["brace {", "markup #b", "brace }", "brace {", "markup /b", "brace }", "escape \\{"],
    ],
    [
      ".input {$n :integer}\n.match $n\none {{ein {$n}}}\n* {{}}",
      [
        "keyword .input",
        "brace {",
        "variable $n",
        "function :integer",
        "brace }",
        "keyword .match",
        "variable $n",
        "key one",
        "brace {{",
        "brace {",
        "variable $n",
        "brace }",
        "brace }}",
        "key *",
        "brace {{",
        "brace }}",
      ],
    ],
  ])("%j", (source, expected) => expect(said(source)).toEqual(expected));

  test.each([["{"], ["{$"], ["{$n :"], ["{{"], [".match $n one {{ {$a }"], ["\\"], ["{ {$a} }"], ["{|open"]])(
    "what is still being typed ends within the text: %j",
    (source) =>
      expect(tokensOf(source).every(({ start, end }) => start < end && end <= source.length)).toBe(true),
  );

  test("placeholders and forms keep their own direction in a right-to-left text", () => {
    const source = ".input {$n :integer}\n.match $n\none {{طلب {$n}}}\n* {{}}";
    const found = isolatesOf(source).map(
      ({ start, end, direction }) => `${direction} ${source.slice(start, end)}`,
    );
    expect(found).toEqual(["ltr {$n :integer}", "rtl طلب {$n}", "ltr {$n}"]);
  });
});
