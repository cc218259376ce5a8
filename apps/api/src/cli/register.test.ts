import { expect, test } from "vitest";
import { run } from "./register.ts";

async function registers(args: readonly string[], ...lines: readonly object[]) {
  const printed: unknown[] = [];
  const input = (async function* () {
    for (const line of lines) yield `${JSON.stringify(line)}\n`;
  })();
  const code = await run(args, {
    input,
    out: (line) => printed.push(JSON.parse(line)),
    err: () => undefined,
  });
  return { code, printed };
}

test("each text gets its register with the places that show it", async () => {
  const texts = [{ text: "Schick uns bitte deine Nummer." }, { text: "Danke für die Rückmeldung." }];
  expect(await registers(["--language", "de"], ...texts)).toEqual({
    code: 0,
    printed: [
      {
        register: "informal",
        evidence: [
          { start: 0, end: 6, register: "informal" },
          { start: 17, end: 22, register: "informal" },
        ],
      },
      { register: "neutral", evidence: [] },
    ],
  });
});

test("a line may name its own language, with or without a country", async () => {
  const lines = [
    { text: "Usted puede escribirnos.", language: "es-MX" },
    { text: "O que achas?", language: "pt" },
    { text: "You are right.", language: "en" },
  ];
  expect((await registers(["--language", "de"], ...lines)).printed).toMatchObject([
    { register: "formal" },
    { register: "informal" },
    { register: "neutral" },
  ]);
});

test.each<[readonly string[], object, object]>([
  [["--language", "tlh"], { text: "" }, { code: "option_unknown_value", details: { value: "tlh" } }],
  [[], { text: "" }, { code: "option_missing", details: { option: "language" } }],
  [[], { text: "", language: "tlh" }, { code: "line_field_unknown_value", details: { line: 1 } }],
  [["--language", "de"], { text: 1 }, { code: "line_field_missing", details: { line: 1, field: "text" } }],
])("%j with %j is refused", async (args, line, refusal) => {
  await expect(registers(args, line)).rejects.toMatchObject(refusal);
});
