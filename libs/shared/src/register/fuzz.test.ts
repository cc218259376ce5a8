import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRegister, registerOf } from "./index.ts";

const LOCALES = join(import.meta.dirname, "../../../../locales");
const json = (...path: string[]) => JSON.parse(readFileSync(join(LOCALES, ...path), "utf8"));

/** Pieces that the readers treat in their own way, mixed with any text. */
const piece = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "\ud83d",
    "\u202e",
    "t'",
    "’",
    "«",
    "「",
    "」",
    "> ",
    "{{name",
    "@usted",
    "https://tu.example",
    "İ",
    "i\u0307",
    "です",
    "だけど",
    "您",
    "-te",
    "¿",
    "e\u0301",
    "उ\u200d",
  ),
);

test.each(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt-BR", "pt-PT", "tr", "zh-CN"])(
  "%s: no text makes it throw, every cue lies inside the text, and the same text has the same register again",
  (tag) => {
    const model = readdirSync(join(LOCALES, tag)).includes("models")
      ? json(tag, "models/register.json")
      : undefined;
    const data = { [tag]: parseRegister(tag, json(tag, "lexicons/register.json"), model) };
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, (value) => {
        const verdict = registerOf(value, tag, data);
        const inside = verdict.evidence.every(
          ({ start, end }) => 0 <= start && start < end && end <= value.length,
        );
        return inside && JSON.stringify(registerOf(value, tag, data)) === JSON.stringify(verdict);
      }),
      { numRuns: 300, seed: 7 },
    );
  },
);

test("a paste of 100 kB is read", () => {
  const data = {
    de: parseRegister("de", json("de", "lexicons/register.json"), json("de", "models/register.json")),
  };
  expect(registerOf("Wir melden uns bei Ihnen. ".repeat(4000), "de", data).register).toBe("formal");
});
