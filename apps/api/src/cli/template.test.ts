import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "./template.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-template-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function template(...args: readonly string[]) {
  const printed: string[] = [];
  const input = (async function* () {
    yield "";
  })();
  const code = await run(args, { input, out: (line) => printed.push(line), err: () => undefined });
  return { code, printed };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test("every starter variant is listed with its key and state", async () => {
  const { code, printed } = await template("list", "--json");
  const rows: unknown = JSON.parse(printed[0] ?? "");
  expect([code, Array.isArray(rows) && rows.length > 200, rows]).toEqual([
    0,
    true,
    expect.arrayContaining([
      { key: "delay", locale: "pt-BR", register: "informal", channelClass: "short", state: "live" },
    ]),
  ]);
});

test("all faults of a broken message are shown with their places", async () => {
  const path = file("broken.mf2", "Hi {$ } and {:}\n{$constructor");
  const { code, printed } = await template("check", path, "--json");
  const found = JSON.parse(printed[0] ?? "").map(({ line, column, check }: Record<string, number>) => [
    line,
    column,
    check,
  ]);
  expect([code, found]).toEqual([
    1,
    [
      [1, 6, 1],
      [1, 15, 1],
      [2, 14, 1],
    ],
  ]);
});

test("a template file is checked wherever it lies, against the source of its key", async () => {
  const path = file(
    "de/templates/refund.yaml",
    [
      "title: Geld ist erstattet",
      "samples: [a, b, c, d, e]",
      "variants:",
      "  formal:",
      "    any:",
      "      - use: greeting",
      "      - |-",
      "        wir haben Ihnen etwas erstattet.",
      "        Mehr dazu von {$agentname}.",
      "      - Das dauert {$days :integer} Tage.",
    ].join("\n"),
  );
  const { printed } = await template("check", path, "--json");
  const found = JSON.parse(printed[0] ?? "").map(({ line, column, code }: Record<string, unknown>) => [
    code,
    line,
    column,
  ]);
  expect(found).toEqual([
    ["unknown-variable", 9, 23],
    ["missing-variable", 6, 9],
    ["missing-variable", 6, 9],
    ["lost-number", 6, 9],
  ]);
});

test("a body of 400 kB is refused unread, as a message and as a file", async () => {
  const body = "a".repeat(400_000);
  const codes = [file("big.mf2", body), file("big.yaml", `title: ${body}`)].map(async (path) => {
    const { printed } = await template("check", path, "--json");
    return JSON.parse(printed[0] ?? "").map(({ code }: { code: string }) => code);
  });
  expect(await Promise.all(codes)).toEqual([["message-too-long"], ["too-long"]]);
});

test.each([
  [["check"], "template_check_usage"],
  [["check", "/nowhere/x.yaml"], "file_missing"],
  [["paint"], "verb_unknown"],
])("template %j is refused: %s", async (args, code) => {
  await expect(template(...args)).rejects.toMatchObject({ code });
});
