import { expect, test } from "vitest";
import { run } from "./format.ts";

async function format(...lines: readonly string[]) {
  const printed: unknown[] = [];
  const input = (async function* () {
    yield lines.join("\n");
  })();
  const code = await run([], { input, out: (line) => printed.push(JSON.parse(line)), err: () => undefined });
  return { code, printed };
}

test("each line is printed in its language", async () => {
  const lines = [
    { source: "Hallo {$name :name}!", locale: "de", values: { name: "João" } },
    {
      source: ".input {$n :integer} .match $n one {{one}} few {{few}} * {{*}}",
      locale: "pl",
      values: { n: 3 },
    },
    { source: "no values", locale: "en" },
  ];
  expect(await format(...lines.map((line) => JSON.stringify(line)))).toEqual({
    code: 0,
    printed: [
      { text: "Hallo João!", errors: [] },
      { text: "few", errors: [] },
      { text: "no values", errors: [] },
    ],
  });
});

test("what is wrong is said with its place, and nothing is reached that was not given", async () => {
  const lines = [
    '{"source":"{$constructor} {$__proto__} {$u.x}","locale":"en","values":{"__proto__":"leak","u":{"x":"leak"}}}',
    '{"source":"Hi {$ }","locale":"en"}',
  ];
  expect(await format(...lines)).toEqual({
    code: 1,
    printed: [
      {
        text: "{$constructor} {$__proto__} {$u.x}",
        errors: ["$constructor", "$__proto__", "$u.x"].map((source) => ({
          type: "unresolved-variable",
          source,
        })),
      },
      { text: "", errors: [{ type: "syntax-error", source: "empty-token", start: 5, end: 6 }] },
    ],
  });
});

test.each([
  ['{"source":"x","locale":"not a tag"}', "line_locale_unknown"],
  ['{"source":"x"}', "line_field_missing"],
  ['{"source":"x","locale":"en","values":[1]}', "line_field_not_object"],
])("the line %s is refused: %s", async (line, code) => {
  await expect(format(line)).rejects.toMatchObject({ code });
});
