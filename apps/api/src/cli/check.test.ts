import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./check.ts";

async function check(args: readonly string[], lines: readonly unknown[]) {
  const out: string[] = [];
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const code = await run(args, {
    input: (async function* () {
      yield text;
    })(),
    out: (line) => out.push(line),
    err: () => undefined,
  });
  return { code, answers: out.map((line) => JSON.parse(line)) };
}

const pack = (source: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), "parley-pack-")), "acme.yaml");
  writeFileSync(file, source);
  return file;
};

const PUBLIC = ["--channel", "x", "--visibility", "public"];

test("each line is answered with its language, findings, length and the packs' digest", async () => {
  const { code, answers } = await check(
    [...PUBLIC, "--language", "en"],
    [{ text: "We charged 4111 1111 1111 1111 today." }],
  );
  expect({ code, answers }).toEqual({
    code: 1,
    answers: [
      {
        language: { tag: "en", confidence: 1 },
        findings: [
          {
            rule: "pii.card",
            severity: "error",
            start: 11,
            end: 30,
            entity: "card",
            fixes: [
              { kind: "mask", edits: [{ start: 11, end: 30, text: "•••• •••• •••• 1111" }] },
              { kind: "move-to-private", edits: [{ start: 0, end: 37, text: expect.any(String) }] },
            ],
          },
        ],
        length: { used: 37, limit: 280 },
        packDigest: expect.stringMatching(/^[\da-f]{64}$/),
      },
    ],
  });
});

test("a line's own fields go before the options, and the language is told where none is named", async () => {
  const { code, answers } = await check(PUBLIC, [
    { text: "Bitte nennen Sie uns Ihre Kundennummer.", visibility: "private" },
    { text: "Bitte nennen Sie uns Ihre Kundennummer.", channel: "facebook" },
    { text: "Haben Sie das Paket erhalten?", language: "de", register: "informal", countries: ["DE"] },
  ]);
  const told = answers.map(({ language, findings, length }) => [
    language.tag,
    length.limit,
    ...findings.map(({ rule, severity }: { rule: string; severity: string }) => `${severity} ${rule}`),
  ]);
  expect({ code, told }).toEqual({
    code: 1,
    told: [
      ["de", 10_000],
      ["de", 8_000, "error solicit.public"],
      ["de", 280, "warning register.consistent"],
    ],
  });
});

test("a text in another language than the one named is a finding", async () => {
  const { code, answers } = await check(
    [...PUBLIC, "--language", "de"],
    [{ text: "We have found your parcel and will send it again today." }],
  );
  expect([code, answers[0].findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
    0,
    ["language.wrong"],
  ]);
});

test("a pack of one's own adds its rules and changes the digest", async () => {
  const file = pack(`id: acme.social
version: 1.0.0
extends: [parley.tone@1]
lexicons: { slang: { "*": [yolo] } }
adjust: [{ id: tone.exclamation, off: true }]
rules:
  - id: acme.slang
    use: terms
    options: { lexicon: slang }
    severity: error
    tests: { match: [{ text: yolo }], noMatch: [{ text: hello }] }
`);
  const lines = [{ text: "Yolo!!!", language: "en" }];
  const plain = await check(PUBLIC, lines);
  const own = await check([...PUBLIC, "--pack", file], lines);
  const rules = ({ answers }: typeof plain) => answers[0].findings.map(({ rule }: { rule: string }) => rule);
  expect([plain.code, rules(plain), own.code, rules(own)]).toEqual([
    0,
    ["tone.exclamation"],
    1,
    ["acme.slang"],
  ]);
  expect(plain.answers[0].packDigest).not.toBe(own.answers[0].packDigest);
});

test.each([
  [["--visibility", "public"], { text: "a" }, { code: "option_missing", details: { option: "channel" } }],
  [["--channel", "myspace"], { text: "a" }, { code: "option_unknown_value" }],
  [[...PUBLIC, "--register", "posh"], { text: "a" }, { code: "option_unknown_value" }],
  [[...PUBLIC, "--countries", "Germany"], { text: "a" }, { code: "option_unknown_value" }],
  [PUBLIC, { text: 3 }, { code: "line_field_missing", details: { line: 1, field: "text" } }],
  [
    PUBLIC,
    { text: "a", language: "??" },
    { code: "line_field_unknown_value", details: { line: 1, field: "language" } },
  ],
  [PUBLIC, "{", { code: "line_not_json", details: { line: 1 } }],
  [[...PUBLIC, "--pack", "nowhere.yaml"], { text: "a" }, { code: "file_missing" }],
  [
    [...PUBLIC, "--pack", pack("id: [")],
    { text: "a" },
    { code: "pack_refused", details: { line: 1, column: 6 } },
  ],
])("%j with %j is refused", async (args, line, refusal) => {
  await expect(check(args, [line])).rejects.toMatchObject(refusal);
});
