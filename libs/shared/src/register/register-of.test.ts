import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseRegister, registerOf } from "./index.ts";

const LOCALES = join(import.meta.dirname, "../../../../locales");
const GOLDEN = join(import.meta.dirname, "test");

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

function read(tag: string) {
  const folder = join(LOCALES, tag);
  const model = readdirSync(folder).includes("models")
    ? json(join(folder, "models/register.json"))
    : undefined;
  return { [tag]: parseRegister(tag, json(join(folder, "lexicons/register.json")), model) };
}

const tags = readdirSync(GOLDEN).map((file) => file.replace(".json", ""));

describe.each(tags)("%s", (tag) => {
  const data = read(tag);
  const golden: Record<string, string[]> = json(join(GOLDEN, `${tag}.json`));
  const cases = Object.entries(golden).flatMap(([register, texts]) =>
    texts.map((text) => ({ register, text })),
  );
  test.each(cases)("$register: $text", ({ register, text }) => {
    const verdict = registerOf(text, tag, data);
    expect({
      register: verdict.register,
      cues: verdict.evidence.map(({ start, end, register: side }) => `${side} ${text.slice(start, end)}`),
    }).toMatchObject({ register });
  });
});
