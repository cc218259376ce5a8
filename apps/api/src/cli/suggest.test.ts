import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./suggest.ts";

const ABOUT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    delay: [
      "Where is my parcel?",
      "My order is late",
      "The parcel has not come yet",
      "When does my order arrive?",
    ],
    refund: ["I want my money back", "Please refund me", "No refund yet", "When do I get the money?"],
  },
  "de-AT": {
    delay: [
      "Wo bleibt mein Paket?",
      "Die Bestellung ist zu spät",
      "Paket nicht da",
      "Wann kommt die Bestellung?",
    ],
    refund: ["Ich will mein Geld zurück", "Bitte erstatten", "Noch keine Erstattung", "Wann kommt das Geld?"],
  },
};
const EXAMPLES = Object.entries(ABOUT).flatMap(([lang, labels]) =>
  Object.entries(labels).flatMap(([label, texts]) => texts.map((text) => ({ lang, text, label }))),
);

function fileOf(...lines: readonly (object | string)[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "suggest-")), "examples.jsonl");
  writeFileSync(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return file;
}

async function suggestions(args: readonly string[], ...lines: readonly object[]) {
  const printed: { suggestions: { label: string; score: number }[]; confident: boolean }[] = [];
  const input = (async function* () {
    for (const line of lines) yield `${JSON.stringify(line)}\n`;
  })();
  await run(args, { input, out: (line) => printed.push(JSON.parse(line)), err: () => undefined });
  return printed;
}

test("each language is learnt on its own, countries together, and a message gets its labels, the likeliest first", async () => {
  const printed = await suggestions(
    ["--train", fileOf(...EXAMPLES), "--top", "1"],
    { lang: "en-GB", text: "Is my parcel late?" },
    { lang: "de", text: "Das Geld ist noch nicht zurück" },
    { lang: "en", text: "…" },
  );
  expect(printed.map(({ suggestions: list }) => list.map(({ label }) => label))).toEqual([
    ["delay"],
    ["refund"],
    [],
  ]);
});

test("a few examples are too few to be sure", async () => {
  const printed = await suggestions(["--train", fileOf(...EXAMPLES)], { lang: "en", text: "refund" });
  expect(printed.map(({ confident }) => confident)).toEqual([false]);
});

test.each([
  [[], { code: "option_missing", details: { option: "train" } }],
  [["--train", "/nowhere/examples.jsonl"], { code: "file_missing" }],
  [["--train", fileOf("")], { code: "suggest_nothing_to_learn" }],
  [
    ["--train", fileOf({ lang: "en", text: "x", label: "y" }, "{")],
    { code: "file_line_not_json", details: { line: 2 } },
  ],
  [
    ["--train", fileOf({ lang: "en", text: "x" })],
    { code: "file_line_field_missing", details: { line: 1, field: "label" } },
  ],
  [["--train", fileOf(...EXAMPLES), "--top", "none"], { code: "option_not_count" }],
  [["--train", fileOf(...EXAMPLES)], { code: "line_field_missing", details: { line: 1, field: "lang" } }],
])("%j is refused", async (args, refusal) => {
  await expect(suggestions(args, { text: "x" })).rejects.toMatchObject(refusal);
});
