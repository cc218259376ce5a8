import { expect, test } from "vitest";
import { run } from "./length.ts";

async function lengths(args: readonly string[], ...lines: readonly object[]) {
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

test("each text gets its length on the channel", async () => {
  const texts = [{ text: "Hi https://example.com/a/long/path" }, { text: "日".repeat(141) }];
  expect(await lengths(["--channel", "x"], ...texts)).toEqual({
    code: 0,
    printed: [
      { used: 26, limit: 280, fits: true },
      { used: 282, limit: 280, fits: false },
    ],
  });
});

test("a line may name its own channel and visibility", async () => {
  const lines = [
    { text: "ü", channel: "instagram", visibility: "private" },
    { text: "ü", channel: "whatsapp" },
    { text: "ü" },
  ];
  expect((await lengths(["--channel", "bluesky"], ...lines)).printed).toEqual([
    { used: 2, limit: 1000, fits: true },
    { used: 1, limit: 4096, fits: true },
    { used: 1, limit: 300, fits: true },
  ]);
});

test("an instance's limit and weight of a link can be given", async () => {
  const args = ["--channel", "mastodon", "--limit", "5000", "--link-weight", "10"];
  expect((await lengths(args, { text: "https://example.com" })).printed).toEqual([
    { used: 10, limit: 5000, fits: true },
  ]);
});

test.each<[readonly string[], object, object]>([
  [["--channel", "myspace"], { text: "" }, { code: "option_unknown_value", details: { value: "myspace" } }],
  [[], { text: "" }, { code: "option_missing", details: { option: "channel" } }],
  [
    ["--channel", "whatsapp", "--visibility", "public"],
    { text: "" },
    { code: "option_unknown_value", details: { option: "visibility", known: "private" } },
  ],
  [
    ["--channel", "x", "--limit", "many"],
    { text: "" },
    { code: "option_unknown_value", details: { option: "limit" } },
  ],
  [
    [],
    { text: "", channel: "myspace" },
    { code: "line_field_unknown_value", details: { line: 1, field: "channel" } },
  ],
  [["--channel", "x"], { channel: "x" }, { code: "line_field_missing", details: { line: 1, field: "text" } }],
])("%j with %j is refused", async (args, line, refusal) => {
  await expect(lengths(args, line)).rejects.toMatchObject(refusal);
});
