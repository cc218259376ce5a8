import { expect, test } from "vitest";
import { run } from "./language.ts";

async function tags(args: readonly string[], ...lines: readonly object[]) {
  const printed: { tag: string; confidence: number; reliable: boolean }[] = [];
  const input = (async function* () {
    for (const line of lines) yield `${JSON.stringify(line)}\n`;
  })();
  const code = await run(args, {
    input,
    out: (line) => printed.push(JSON.parse(line)),
    err: () => undefined,
  });
  return { code, tags: printed.map(({ tag }) => tag), fields: Object.keys(printed[0] ?? {}) };
}

test("each text gets its language", async () => {
  const texts = ["Wo bleibt mein Paket?", "Where is my parcel?", "荷物はどこですか？", "🙂"].map((text) => ({
    text,
  }));
  expect(await tags([], ...texts)).toEqual({
    code: 0,
    tags: ["de", "en", "ja", "und"],
    fields: ["tag", "confidence", "reliable"],
  });
});

test("--among chooses the languages and how fine the answer is", async () => {
  const texts = [{ text: "O usuário está enviando o arquivo pelo celular." }];
  expect((await tags([], ...texts)).tags).toEqual(["pt-BR"]);
  expect((await tags(["--among", "de,en,pt"], ...texts)).tags).toEqual(["pt"]);
  expect((await tags(["--among", "de,pt-PT,pt-BR"], ...texts)).tags).toEqual(["pt-BR"]);
});

test.each([
  [["--among", "de,!"], { text: "x" }, { code: "option_unknown_value", details: { option: "among" } }],
  [[], { body: "x" }, { code: "line_field_missing", details: { line: 1, field: "text" } }],
])("%j with %j is refused", async (args, line, refusal) => {
  await expect(tags(args, line)).rejects.toMatchObject(refusal);
});
