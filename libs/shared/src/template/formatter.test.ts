import { expect, test } from "vitest";
import { createFormatter, type Values } from "./index.ts";

const text = (locale: string, source: string, values: Values = {}) => {
  const honorifics = { mr: "Herr", ms: "Frau" };
  const formatter = createFormatter({ locale, timeZone: "Europe/Berlin", honorifics, now: new Date(0) });
  const { text, errors } = formatter.format(source, values);
  return errors.length === 0 ? text : [text, ...errors.map(({ type, source: about }) => `${type} ${about}`)];
};

const GREETING = `.input {$customerName :name}
.match $customerName
none {{Guten Tag,}}
*    {{Guten Tag {$customerName},}}`;

test.each([
  "João da Silva",
  "von der Leyen",
  "McDonald",
  "Aríel",
  "  Anna",
  "{$order}",
  "山田花子",
  "O’Neill",
  "💐 Rosa",
])("the name %s is printed byte for byte and never read as a message", (customerName) => {
  expect(text("de", GREETING, { customerName })).toBe(`Guten Tag ${customerName},`);
});

test.each([
  {},
  { customerName: "" },
  { customerName: "  " },
  { customerName: "@anna" },
  { customerName: "anna_87" },
])("without a name, or with a handle, the form without a name is taken: %j", (values) => {
  expect(text("de", GREETING, values)).toBe("Guten Tag,");
});

test.each([
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "u.secret",
  "u.length",
  "u.constructor",
])("$%s reaches nothing outside the values", (name) => {
  expect(text("en", `x {$${name}}`, { u: "secret", [name]: "leaked" })).toEqual([
    `x {$${name}}`,
    `unresolved-variable $${name}`,
  ]);
});

test("objects among the values are no values", () => {
  const values = { u: { secret: 1 } } as unknown as Values;
  expect(text("en", "{$u}", values)).toEqual(["{$u}", "bad-operand $u"]);
});

test("a name outside the schema is refused before anything is formatted", () => {
  const formatter = createFormatter({ locale: "en", variables: new Set(["order"]) });
  expect(formatter.format("{$order} {$secret}", { order: "1", secret: "2" })).toEqual({
    text: "",
    pieces: [],
    errors: [{ type: "unknown-variable", source: "$secret" }],
  });
});

test.each([
  ["de", "{$v :mask keep=4}", "NW-20418833", "••••8833"],
  ["de", "{$v :mask keep=4}", "1234", "••34"],
  ["de", "{$v :mask}", "1", "•"],
  ["de", "{$v :initials}", "João da Silva", "JS"],
  ["de", "{$v :initials}", "anna", "a"],
  ["ja", "{$v :initials}", "山田", "山"],
  ["de", "{$v :list}", "Rot\nBlau\nGrün", "Rot, Blau und Grün"],
  ["en", "{$v :list type=or}", "red\nblue", "red or blue"],
  ["de", "{$v :relative unit=day}", 1, "morgen"],
  ["pt-BR", "{$v :relative unit=day}", 3, "em 3 dias"],
  ["pl", "{$v :relative unit=hour}", 5, "za 5 godzin"],
  ["en", "{$v :relative}", new Date(3 * 86_400_000), "in 3 days"],
  ["de", "{$v :hours}", "09:00-12:00,13:00-18:00", "09:00–12:00 Uhr und 13:00–18:00 Uhr"],
  ["en", "{$v :hours}", "09:00-18:00", "9:00 AM – 6:00 PM"],
  ["de", "{$v :link}", "https://example.org/a?b=1", "https://example.org/a?b=1"],
  ["de", "{$v :honorific}", "ms", "Frau"],
  ["de", "{$v :date length=long}", "2026-03-18", "18. März 2026"],
  ["de", "{$v :time}", new Date("2026-03-18T08:30:00Z"), "09:30"],
  ["de", "{$v :currency currency=EUR}", 49.9, "49,90\u00a0€"],
  ["de", "{$v :percent}", 0.25, "25\u00a0%"],
  ["de", "{$v}", 1234.5, "1.234,5"],
  ["ar", "{$v :integer}", 1234, "\u20671,234\u2069"],
  ["ar", "{$v :name}", "Anna", "\u2068Anna\u2069"],
] as const)("in %s %s prints %s as %s", (...[locale, source, v, expected]) => {
  expect(text(locale, source, { v })).toBe(expected);
});

test.each([
  ["{$v :link}", "javascript:alert(1)", "{$v}", "bad-operand $v"],
  ["{$v :hours}", "nine to five", "{$v}", "bad-operand $v"],
  ["{$v :relative unit=fortnight}", 1, "{$v}", "bad-option $v"],
  ["{$v :number}", "many", "{$v}", "bad-operand $v"],
  ["{$v :unit unit=meter}", 1, "{$v}", "unknown-function $v"],
  ["{$v :fill label=|the reason|}", "", "{$v}", "unresolved-variable $v"],
] as const)("%s of %s stays a hole: %s", (...[source, v, shown, error]) => {
  expect(text("en", source, { v })).toEqual([shown, error]);
});

test.each([
  ["pl", 1, "one"],
  ["pl", 3, "few"],
  ["pl", 5, "many"],
  ["fr", 0, "one"],
  ["pt-PT", 0, "*"],
  ["ar", 2, "two"],
])("in %s %i selects %s, the same way at first and from the cache", (locale, n, expected) => {
  const forms = ["zero", "one", "two", "few", "many", "*"].map((key) => `${key} {{${key}}}`).join("\n");
  const source = `.input {$n :integer}\n.match $n\n${forms}`;
  expect([text(locale, source, { n }), text(locale, source, { n })]).toEqual([expected, expected]);
});

test("a value of an option may come from a variable", () => {
  const source = "{$amount :currency currency=$currency}";
  expect([
    text("de", source, { amount: 5, currency: "PLN" }),
    text("de", source, { amount: 5, currency: "EUR" }),
  ]).toEqual(["5,00\u00a0PLN", "5,00\u00a0€"]);
});

test("pieces say which variable they came from", () => {
  const { pieces } = createFormatter({ locale: "de" }).format("Am {$day :date}: {$what :fill label=|was|}", {
    day: "2026-03-18",
  });
  expect(pieces).toEqual([
    { kind: "text", text: "Am ", variable: "" },
    { kind: "value", text: "18. März 2026", variable: "day" },
    { kind: "text", text: ": ", variable: "" },
    { kind: "fill", text: "was", variable: "what" },
  ]);
});
