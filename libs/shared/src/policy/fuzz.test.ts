import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_BRAND } from "./brand.ts";
import { applyFix, checkReply, createChecker, type Finding, type ReplyContext } from "./index.ts";
import { builtInPolicy } from "./test/built-in.ts";

const policy = builtInPolicy({
  brand: {
    ...NO_BRAND,
    domains: ["acme.com"],
    competitors: ["Globex"],
    orderNumbers: ["AA-9{6}"],
    apology: "with-remedy",
    signOff: "caret",
  },
});

const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom(
    "Hi Ana, ",
    "Please send us your order number",
    "Bitte nennen Sie uns Ihre IBAN",
    "Envie seu CPF",
    "教えてください。",
    "注文番号を",
    "请提供您的订单号",
    "أرسل لنا رقم الطلب",
    "We guarantee a refund",
    "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00",
    "+49 30 901820",
    "ana@example.net",
    "https://аcme.com/en/x",
    "bit.ly/x",
    "{{name}}",
    "[Name]",
    " ,",
    "until 20:00 today",
    "24/7",
    "VERY IMPORTANT",
    "!!!",
    ". ",
    "\n",
    "\u202e",
    "\u2067",
    "\ud83d",
    "\udc4d",
    "\u200b",
    "👩🏽‍🤝‍👨🏻",
    "^RM",
    "@ana",
    "#x",
    "\0",
  ),
);
const text = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));
const context = fc.record({
  channel: fc.constantFrom("x", "bluesky", "mastodon", "instagram", "facebook", "whatsapp", "nowhere"),
  visibility: fc.constantFrom("public" as const, "private" as const),
  language: fc.constantFrom("en", "de", "pt-BR", "pt", "ja", "zh-CN", "ar", "tr", "und", "xx"),
  countries: fc.constant(["DE", "BR", "US"]),
  history: fc.array(text, { maxLength: 3 }),
  hours: fc.constant([{ weekday: 1, openings: [{ from: 540, to: 1080 }] }]),
  now: fc.integer({ min: 0, max: 1439 }),
  complaint: fc.boolean(),
  signature: fc.constant("RM"),
}) satisfies fc.Arbitrary<ReplyContext>;

/** A finding that does not fit its text, or `null`. */
function misplaced(draft: string, findings: readonly Finding[]): Finding | null {
  const outside = ({ start, end }: { readonly start: number; readonly end: number }) =>
    !(start >= 0 && start <= end && end <= draft.length);
  const overlapping = ({ fixes }: Finding) =>
    fixes.some(({ edits }) =>
      edits.some((edit, index) => index > 0 && edit.start < (edits[index - 1]?.end ?? 0)),
    );
  return (
    findings.find(
      (one) => outside(one) || one.fixes.some(({ edits }) => edits.some(outside)) || overlapping(one),
    ) ?? null
  );
}

test("findings of any text lie inside it, their names differ, and nothing throws", () => {
  fc.assert(
    fc.property(text, context, (draft, given) => {
      const findings = checkReply(draft, given, policy);
      const ids = findings.map(({ id }) => id);
      expect(misplaced(draft, findings)).toBeNull();
      expect(new Set(ids).size).toBe(ids.length);
      for (const { fixes } of findings)
        for (const fix of fixes) expect(typeof applyFix(draft, fix)).toBe("string");
    }),
    { numRuns: 600 },
  );
});

test("a checker that saw the text being typed says what a fresh one says", () => {
  fc.assert(
    fc.property(text, text, context, (before, after, given) => {
      const checker = createChecker(policy);
      for (let length = 0; length <= before.length; length += 5)
        checker.check(before.slice(0, length) + after, given);
      const draft = before + after;
      const typed = checker.check(draft, given);
      expect(typed).toEqual(checkReply(draft, given, policy));
      expect(checker.check(draft, given)).toEqual(typed);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["one word without an end", "a".repeat(100_000)],
  ["digits", "4111 1111 1111 1111 ".repeat(5_000)],
  ["sentences", "Please send us your order number! We guarantee it. ".repeat(2_000)],
  ["marks", "!".repeat(100_000)],
  ["opened direction marks", "\u202e\u2067".repeat(50_000)],
  ["braces", "{{".repeat(50_000)],
  ["capitals", "A B ".repeat(25_000)],
  ["Japanese", "注文番号を教えてください".repeat(9_000)],
  ["lone surrogates", "\ud83d".repeat(100_000)],
  ["dots and at signs", "a.b@".repeat(25_000)],
  ["blanks", " ".repeat(100_000)],
])("a paste of 100 kB is checked: %s", (_, draft) => {
  const findings = checkReply(
    draft,
    { channel: "x", visibility: "public", language: "en", countries: ["DE", "US"] },
    policy,
  );
  expect(misplaced(draft, findings)).toBeNull();
});
