import { expect, test } from "vitest";
import type { Block, Template, VariantText } from "../template/index.ts";
import {
  type Exchangeable,
  type ExchangeFile,
  flatten,
  MAX_FILE_LENGTH,
  planImport,
  type ReadResult,
  readIcuMessage,
  readPo,
  readTbx,
  readTmx,
  readUnitsCsv,
  readXliff,
  readZendesk,
  writePo,
  writeTbx,
  writeTmx,
  writeUnitsCsv,
  writeXliff,
} from "./index.ts";

const template: Template = {
  key: "delay",
  intent: "order.delay",
  channelClasses: ["any"],
  sourceLocale: "en",
  variables: [],
};
const variant = (locale: string, blocks: readonly Block[]): VariantText => ({
  template: "delay",
  locale,
  register: "formal",
  channelClass: "any",
  absent: false,
  blocks,
});
const own = (text: string): Block => ({ kind: "own", text });
const greeting: Block = { kind: "shared", block: "greeting" };
const DAYS = (one: string, other: string) =>
  `.input {$days :integer}\n.match $days\none {{${one}}}\n* {{${other}}}`;
const SOURCE = variant("en", [
  greeting,
  own('We are <b>sorry</b>: "order" {$order :mask keep=4} \\{late\\} & = more.\nSecond line'),
  own(DAYS("Within {$days} day, {$days}!", "Within {$days} days.")),
]);
const TARGET = variant("de", [
  greeting,
  own("=Leider & <nicht>: {$order :mask keep=4} \\{spät\\}\n\t„so“, O'Neill \\\\ 'x'"),
  own(DAYS("In {$days} Tag, {$days}!", "In {$days} Tagen.")),
]);
const exchangeable = (over: Partial<Exchangeable> = {}): Exchangeable => ({
  template,
  source: SOURCE,
  target: TARGET,
  register: "formal",
  channelClass: "any",
  revision: 3,
  state: "translated",
  limit: 280,
  note: "An order is late.\nTwo lines.",
  ...over,
});
const file = (...variants: readonly Exchangeable[]) => flatten("en", "de", variants);

const FORMATS: readonly [
  name: string,
  write: (file: ExchangeFile) => string,
  read: (text: string) => ReadResult<ExchangeFile>,
][] = [
  ["XLIFF", writeXliff, readXliff],
  ["PO", writePo, readPo],
  ["CSV", writeUnitsCsv, readUnitsCsv],
];

test.each(FORMATS)("%s gives back exactly what went in, and again", (...[, write, read]) => {
  const out = file(
    exchangeable(),
    exchangeable({ target: null, channelClass: "short", limit: null, revision: 0 }),
  );
  const { value, problems } = read(write(out));
  expect([value, problems, value && write(value)]).toEqual([out, [], write(out)]);
});

test.each(FORMATS)("%s that comes back unchanged changes nothing", (...[, write, read]) => {
  const { value } = read(write(file(exchangeable())));
  expect(value && planImport(value, [exchangeable()])).toEqual({
    changes: [],
    conflicts: [],
    missing: [],
    unknown: [],
    problems: [],
  });
});

test.each(FORMATS)(
  "%s with a translation makes the variant, shared blocks in their place",
  (...[, write, read]) => {
    const untranslated = exchangeable({ target: null, revision: 0 });
    const out = file(untranslated);
    const filled = { ...out, units: out.units.map((unit) => ({ ...unit, target: `X ${unit.source}` })) };
    const { value } = read(write(filled));
    expect(value && planImport(value, [untranslated]).changes).toEqual([
      variant("de", [
        greeting,
        own('X We are <b>sorry</b>: "order" {$order :mask keep=4} \\{late\\} & = more.\nSecond line'),
        own(DAYS("X Within {$days} day, {$days}!", "X Within {$days} days.")),
      ]),
    ]);
  },
);

test.each([
  ["pl", ["one", "few", "many", "*"]],
  ["ar", ["zero", "one", "two", "few", "many", "*"]],
  ["fr", ["one", "*"]],
  ["ja", ["*"]],
])("a text that counts is handed out in the forms of %s", (locale, forms) => {
  const { units } = flatten("en", locale, [exchangeable({ target: null })]);
  const counted = units.filter(({ block }) => block === 2);
  expect([
    counted.map(({ keys }) => keys.join()),
    counted.every(({ source }) => source.includes("{$days}")),
  ]).toEqual([forms, true]);
});

test("a variant that was changed meanwhile is a conflict and not overwritten", () => {
  const out = file(exchangeable());
  const changed = { ...out, units: out.units.map((unit) => ({ ...unit, target: `${unit.target}!` })) };
  const { changes, conflicts } = planImport(changed, [exchangeable({ revision: 4 })]);
  expect([changes, conflicts.map(({ exported, current }) => [exported, current])]).toEqual([[], [[3, 4]]]);
});

test("units that did not come back, and ones nobody handed out, are named", () => {
  const out = file(exchangeable());
  const [first, ...rest] = out.units;
  const strange = { ...out, units: [...rest, { ...first!, id: "delay/formal/any/9/*", block: 9 }] };
  const { missing, unknown, changes } = planImport(strange, [exchangeable()]);
  expect([missing, unknown, changes]).toEqual([["delay/formal/any/1/*"], ["delay/formal/any/9/*"], []]);
});

test("a translation that is no message any more is refused with its unit", () => {
  const out = file(exchangeable());
  const broken = { ...out, units: out.units.map((unit) => ({ ...unit, target: "Hallo {$order" })) };
  const { changes, problems } = planImport(broken, [exchangeable()]);
  expect([changes, problems.map(({ code, args }) => [code, args.unit])]).toEqual([
    [],
    [
      ["unit-not-a-message", "delay/formal/any/1/*"],
      ["unit-not-a-message", "delay/formal/any/2/one"],
    ],
  ]);
});

const XLIFF = writeXliff(file(exchangeable()));
test.each([
  [
    "a document type",
    XLIFF.replace("<xliff", '<!DOCTYPE xliff [<!ENTITY x "y">]>\n<xliff'),
    "xml-document-type",
  ],
  ["an entity nobody declared", XLIFF.replace("spät", "&spaet;"), "xml-broken"],
  ["an end tag too few", XLIFF.replace("</unit>", ""), "xml-broken"],
  ["another format", "<tmx version='1.4'/>", "not-xliff"],
  ["an old version", XLIFF.replace('version="2.1"', 'version="1.2"'), "xliff-version"],
  ["8 MB", "x".repeat(MAX_FILE_LENGTH + 1), "file-too-long"],
  ["nothing", "", "xml-broken"],
])("XLIFF with %s is refused whole", (_, text, code) => {
  const { value, problems } = readXliff(text);
  expect([value, problems[0]?.code]).toEqual([null, code]);
});

test("what tools add to XLIFF is passed over and said", () => {
  const added = XLIFF.replace("<notes>", '<my:x xmlns:my="urn:tool">foreign</my:x><notes>').replace(
    /(<target[^>]*>)(In )/,
    '$1<mrk id="m1" type="term">$2</mrk>',
  );
  const { value, problems } = readXliff(added);
  expect([value, problems.map(({ code, args }) => [code, args.namespace])]).toEqual([
    file(exchangeable()),
    [["foreign-namespace", "urn:tool"]],
  ]);
});

test("a unit cut into segments is one text again, and not until all are translated", () => {
  const cut = XLIFF.replace(
    /<segment state="translated">\s*<source[^>]*>(Within)(.*?)<\/source>\s*<target[^>]*>(In )(.*?)<\/target>\s*<\/segment>/s,
    '<segment state="final"><source>$1</source><target>$3</target></segment><segment state="translated"><source>$2</source><target>$4</target></segment>',
  );
  const half = cut.replace(/(<source>[^<]*<ph[^/]*\/>.*?<\/source>)<target>.*?<\/target>/, "$1");
  expect([readXliff(cut).value, readXliff(half).value?.units[1]?.target]).toEqual([
    file(exchangeable()),
    null,
  ]);
});

const PO = writePo(file(exchangeable()));
test.each([
  ["a string without an end", PO.replace('Tagen."', "Tagen."), "po-broken"],
  ["a plural form from nowhere", PO.replace(/msgstr "In /, 'msgstr[5] "In '), "po-plural"],
  ["text outside", `${PO}\nhello`, "po-broken"],
  ["no language", PO.replace(/"Language: .*\n/, ""), "po-no-language"],
])("PO with %s is refused whole", (_, text, code) => {
  const { value, problems } = readPo(text);
  expect([value, problems[0]?.code]).toEqual([null, code]);
});

test("PO: a fuzzy text comes back as work to do", () => {
  const { value } = readPo(PO.replace(/(msgctxt "delay\/formal\/any\/2\/one")/, "#, fuzzy\n$1"));
  expect(value?.units.map(({ state }) => state)).toEqual(["translated", "initial", "translated"]);
});

const CSV = writeUnitsCsv(file(exchangeable()));
test.each([
  ["semicolons", CSV.replaceAll(",", "\u0000").replaceAll(";", ",").replaceAll("\u0000", ";")],
  ["tabs", CSV.replace(/^.*\r\n/, (line) => line.replaceAll(",", "\t")).replaceAll('","', '"\t"')],
])("CSV cut by %s is understood by its first line", (_, text) => {
  expect(readUnitsCsv(text).problems.every(({ code }) => code !== "csv-columns")).toBe(true);
});

test("CSV: no cell can be run by a spreadsheet, and every text survives", () => {
  const texts = ["=1+1", "+1", "-1", "@x", "'=1", "''=1", "'a", "\t=x", "a\r\nb", 'a "b", c', " x ", ""];
  const unit = file(exchangeable()).units[0]!;
  const out = {
    ...file(),
    units: texts.map((text, at) => ({ ...unit, id: `delay/formal/any/${at}/*`, block: at, source: text })),
  };
  const written = writeUnitsCsv(out);
  expect([
    readUnitsCsv(written).value?.units.map(({ source }) => source),
    /(^|,)"?[=+@-]/m.test(written),
  ]).toEqual([texts, false]);
});

test.each([
  ["columns of another table", "a,b\n1,2\n", "csv-columns"],
  ["a quote left open", `${CSV}"x`, "csv-broken"],
  ["rows of another length", `${CSV}1,2\r\n`, "csv-broken"],
])("CSV with %s is refused whole", (_, text, code) => {
  const { value, problems } = readUnitsCsv(text);
  expect([value, problems[0]?.code]).toEqual([null, code]);
});

test("Zendesk's dynamic content becomes messages; placeholders without a variable become tab stops", () => {
  const text =
    '"Title","Default language","Default text","German text","Variant status"\n"Late","English","Hi {{ticket.requester.first_name}} {x}, {{dc.sorry}}","Hallo {{ticket.requester.first_name}}","Outdated"\n';
  const words = {
    languages: { english: "en", german: "de" },
    variables: { "ticket.requester.first_name": "customerName" },
  };
  const { value, problems } = readZendesk(text, words);
  expect([value, problems.map(({ code, args, line }) => [code, args.placeholder, line])]).toEqual([
    [
      {
        title: "Late",
        defaultLocale: "en",
        texts: [
          { locale: "en", message: "Hi {$customerName} \\{x\\}, {:fill label=|dc.sorry|}", outdated: false },
          { locale: "de", message: "Hallo {$customerName}", outdated: true },
        ],
      },
    ],
    [["placeholder-unknown", "dc.sorry", 2]],
  ]);
});

test.each([
  ["Hi {name}", "Hi {$name}"],
  [
    "{n, plural, one {# day} other {# days}}",
    ".input {$n :number}\n.match $n\none {{{$n} day}}\n* {{{$n} days}}",
  ],
])("the ICU text %s becomes a message", (text, expected) => {
  expect(readIcuMessage(text)).toEqual({ value: expected, problems: [] });
});

test("a broken ICU text is refused with the reason", () => {
  const { value, problems } = readIcuMessage("{n, plural, one {x}");
  expect([value, problems[0]?.code]).toEqual([null, "icu-broken"]);
});

test("a memory survives TMX, placeholders and all", () => {
  const pairs = [
    {
      source: "Order {$order :mask} <b> \\{x\\}",
      target: "Bestellung {$order :mask}",
      sourceLocale: "en",
      targetLocale: "de",
    },
    { source: "Thanks", target: "Danke & mehr", sourceLocale: "en", targetLocale: "de" },
  ];
  expect(readTmx(writeTmx(pairs), "en", "de")).toEqual({ value: pairs, problems: [] });
});

test("TMX of other tools: their markup goes, their text stays, units without the languages are named", () => {
  const text =
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="EN-us"><seg>A <bpt i="1">&lt;b&gt;</bpt>word</seg></tuv><tuv xml:lang="de"><seg>Ein Wort</seg></tuv></tu><tu><tuv xml:lang="fr"><seg>x</seg></tuv></tu></body></tmx>';
  const { value, problems } = readTmx(text, "en", "de");
  expect([value?.map(({ source, target }) => [source, target]), problems.map(({ code }) => code)]).toEqual([
    [["A word", "Ein Wort"]],
    ["tmx-languages"],
  ]);
});

test("a glossary survives TBX, and the older TBX is read too", () => {
  const terms = [
    {
      term: "delivery",
      keep: false,
      translations: { de: ["Lieferung"], fr: ["livraison"] },
      forbidden: { de: ["Zustellung"] },
    },
    { term: "Northwind & Co", keep: true, translations: {}, forbidden: {} },
  ];
  const old =
    '<martif type="TBX" xml:lang="en"><text><body><termEntry><langSet xml:lang="en"><tig><term>refund</term></tig></langSet><langSet xml:lang="de"><tig><term>Erstattung</term></tig></langSet></termEntry></body></text></martif>';
  expect([readTbx(writeTbx(terms, "en"), "en"), readTbx(old, "en").value]).toEqual([
    { value: terms, problems: [] },
    [{ term: "refund", keep: false, translations: { de: ["Erstattung"] }, forbidden: {} }],
  ]);
});
