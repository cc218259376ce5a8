import { describe, expect, test } from "vitest";
import { parsePack } from "../pack/index.ts";
import { assemblePolicy, checkReply, type ReplyContext } from "./index.ts";

const CONTEXT: ReplyContext = { channel: "x", visibility: "public", language: "en", countries: [] };

/** What one rule finds: `start-end "text"`, and what its fixes would write. */
function found(rule: string, text: string, context: Partial<ReplyContext> = {}): readonly string[] {
  const source = `id: acme.test
version: 1.0.0
lexicons:
  first: { en: [sorry, "we apolog*"], "*": [pardon] }
  next: { en: ["we ... check", "look|looking into+it"] }
  never: { en: [not, never] }
  swear: { "*": [darn] }
rules:
  - id: acme.rule
    severity: warning
    tests: { match: [{ text: a }], noMatch: [{ text: b }] }
${rule.replace(/^/gm, "    ")}`;
  const { pack, problems } = parsePack(source);
  if (!pack) throw new Error(JSON.stringify(problems));
  const policy = assemblePolicy({ packs: [pack], languages: {} });
  return checkReply(text, { ...CONTEXT, ...context }, policy).map(({ start, end, severity, fixes }) => {
    const written = fixes.map(({ kind, edits }) => ` ${kind} ${JSON.stringify(edits[0]?.text)}`);
    return `${start}-${end} ${severity} ${JSON.stringify(text.slice(start, end))}${written.join("")}`;
  });
}

describe("terms", () => {
  const rule = "use: terms\noptions: { lexicon: first }";
  test("are found as whole words, in any case, in all forms the term allows", () => {
    expect(found(rule, "Sorry! We apologise, unsorry. Pardon")).toEqual([
      '0-5 warning "Sorry"',
      '7-19 warning "We apologise"',
      '30-36 warning "Pardon"',
    ]);
  });

  test("may bridge a few words, not a break", () => {
    const bridge = "use: terms\noptions: { lexicon: next }";
    expect(found(bridge, "We will gladly check. We see. Please check; looking into it")).toEqual([
      '0-20 warning "We will gladly check"',
      '44-59 warning "looking into it"',
    ]);
  });

  test("are silenced by a term before them in the same clause", () => {
    const unless = "use: terms\noptions: { lexicon: first, unless: { lexicon: never, before: 2 } }";
    expect(found(unless, "Never say sorry. Not so, sorry")).toEqual(['25-30 warning "sorry"']);
  });

  test("of another language are not found", () => {
    expect(found(rule, "sorry, pardon", { language: "de" })).toEqual(['7-13 warning "pardon"']);
  });
});

test("an excluding lexicon silences, a boosting one raises", () => {
  const rule = `use: terms
options: { lexicon: first }
severity: [{ when: { why: [context-word] }, is: error }, { is: info }]
context: { boost: swear, exclude: never, windowWords: 2 }`.replace(/^severity.*\n/m, "");
  expect(found(rule, "sorry never. Darn sorry. sorry")).toEqual([
    '18-23 warning "sorry"',
    '25-30 warning "sorry"',
  ]);
});

describe("swap", () => {
  const rule = `use: swap
options: { words: { en: { "client number": customer number }, de: { Kunde: Gast } } }
fix: [{ kind: replace }]`;
  test("offers the better word, with its capital", () => {
    expect(found(rule, "Client number? My client number")).toEqual([
      '0-13 warning "Client number" replace "Customer number"',
      '18-31 warning "client number" replace "customer number"',
    ]);
    expect(found(rule, "Der Kunde, die client number", { language: "de" })).toEqual([
      '4-9 warning "Kunde" replace "Gast"',
    ]);
  });
});

test("limit finds what is over it", () => {
  expect(found('use: limit\noptions: { max: 1, characters: "!?" }', "Hi! Yes? No! 👍")).toEqual([
    '7-8 warning "?"',
    '11-12 warning "!"',
  ]);
  expect(found("use: limit\noptions: { max: 0, lexicon: swear }", "Darn.\nDarn")).toEqual([
    '0-4 warning "Darn"',
    '6-10 warning "Darn"',
  ]);
});

test("require finds what is missing, always or after a cause", () => {
  const cause = "use: require\noptions: { lexicon: next, when: first }";
  expect([found(cause, "Sorry!"), found(cause, "Sorry! Looking into it."), found(cause, "Hi!")]).toEqual([
    ['0-5 warning "Sorry"'],
    [],
    [],
  ]);
  expect(found("use: require\noptions: { lexicon: next }", "Hello there")).toEqual([
    '0-11 warning "Hello there"',
  ]);
});

test("order finds what comes too early", () => {
  const rule = "use: order\noptions: { first: first, next: next }";
  expect([found(rule, "Looking into it. Sorry!"), found(rule, "Sorry! Looking into it.")]).toEqual([
    ['0-15 warning "Looking into it"'],
    [],
  ]);
});

test("pattern finds what an expression says, whatever its case", () => {
  const rule = (more: string) =>
    `use: pattern\noptions: { pattern: 'ref[- ]?\\d{3}'${more} }\nfix: [{ kind: delete }]`;
  expect(found(rule(""), "See REF-123, ref 45")).toEqual(['4-11 warning "REF-123" delete ""']);
  expect(found(rule(", caseSensitive: true"), "See REF-123, ref 456")).toEqual([
    '13-20 warning "ref 456" delete ""',
  ]);
});

test("a rule is in force only where its condition holds", () => {
  const rule =
    "use: terms\noptions: { lexicon: first }\nwhen: { visibility: private, channel: [x, facebook], country: [DE] }";
  const where: readonly Partial<ReplyContext>[] = [
    {},
    { visibility: "private" },
    { visibility: "private", countries: ["DE", "US"] },
    { visibility: "private", countries: ["DE"], channel: "bluesky" },
  ];
  expect(where.map((context) => found(rule, "sorry", context).length)).toEqual([0, 0, 1, 0]);
});
