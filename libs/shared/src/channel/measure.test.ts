import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChannelId, Visibility } from "./channel.ts";
import { CHANNELS, type ChannelSettings, channelOf } from "./channels.ts";
import { measure } from "./measure.ts";

function at(id: ChannelId, visibility: Visibility = "public", settings?: ChannelSettings) {
  const channel = channelOf(id, visibility, settings);
  if (!channel) throw new Error(`${id} has no ${visibility} messages`);
  return channel;
}
const used = (text: string, ...[id, visibility]: Parameters<typeof at>) =>
  measure(text, at(id, visibility)).used;

describe("X counts", () => {
  test.each([
    ["", 0],
    ["Thanks for writing!", 19],
    ["Vielen Dank für Ihre Geduld – wir prüfen das.", 45],
    ["Спасибо за сообщение", 20],
    ["شكرًا لتواصلك", 13],
    ["ありがとうございます。", 22],
    ["감사합니다", 10],
    ["谢谢您的耐心", 12],
    ["ｆｕｌｌ", 8],
    ["“quoted” … ‑", 13],
    ["a\nb", 3],
    // Composed before it is counted.
    ["cafe\u0301", 4],
    ["\u1112\u1161\u11ab", 2],
    // An emoji is 2, whatever it is made of.
    ["🙏", 2],
    ["🙏🏽", 2],
    ["👨‍👩‍👧‍👦", 2],
    ["👩🏽‍🤝‍👨🏻", 2],
    ["🐦‍🔥", 2],
    ["🙂‍↕️", 2],
    ["🧑‍🧑‍🧒", 2],
    ["⛓️‍💥", 2],
    ["❤️", 2],
    ["☕️", 2],
    ["©️", 2],
    ["©", 1],
    ["1️⃣", 2],
    ["#⃣", 2],
    ["🇧🇷", 2],
    ["🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2],
    // What no list has is the sum of its parts.
    ["🇽🇽", 4],
    ["👩‍🐧", 5],
    ["🕵️‍♂", 5],
    ["👍\ufe0f", 4],
    ["\ud83d", 2],
    // A link is 23, whatever its length, with or without scheme, under every top-level domain there is.
    ["https://example.com", 23],
    [`http://a.de/${"x".repeat(300)}`, 23],
    ["example.com", 23],
    ["see example.com.", 28],
    ["(example.com/a_(b))", 25],
    ["listen at band.music", 33],
    ["club.kids hotel.spa", 47],
    ["MÜNCHEN.DE", 23],
    ["пример.рф", 9],
    ["http://пример.рф", 23],
    ["こちらexample.com/helpをご覧", 35],
    ["mail info@example.com", 21],
    ["foo.notatld", 11],
    ["аpple.com", 24],
    ["https://t.co/abc123!", 24],
    ["done.So what", 28],
    ["10.000 and 3.5", 14],
    ["example.com?q=1", 27],
    ["example.com/?q=1", 23],
  ])("%j as %i", (text, count) => {
    expect(used(text, "x")).toBe(count);
  });
});

describe("other platforms count", () => {
  test.each<[string, ChannelId, Visibility, number]>([
    ["👨‍👩‍👧‍👦 e\u0301", "bluesky", "public", 3],
    ["https://example.com/a", "bluesky", "public", 21],
    ["https://example.com/a/very/long/path example.com", "mastodon", "public", 35],
    ["@ana@mastodon.social hi", "mastodon", "public", 7],
    ["Grüße 👍🏽", "instagram", "private", 16],
    ["Grüße 👍🏽", "whatsapp", "private", 8],
    ["Grüße 👍🏽", "telegram", "private", 10],
    ["Grüße 👍🏽", "messenger", "private", 8],
    ["\ud83d", "instagram", "private", 3],
  ])("%j on %s, %s, as %i", (text, ...[id, visibility, count]) => {
    expect(used(text, id, visibility)).toBe(count);
  });
});

test("what does not fit begins behind the last grapheme that does", () => {
  const over = (text: string, ...to: Parameters<typeof at>) => measure(text, at(...to)).over;
  expect([
    over(`${"a".repeat(279)}日本`, "x"),
    over(`${"e\u0301".repeat(281)}`, "x"),
    over(`${"a".repeat(260)} example.com b`, "x"),
    over(`${"a".repeat(299)}👨‍👩‍👧‍👦b`, "bluesky"),
    over("👨‍👩‍👧‍👦".repeat(121), "bluesky"),
    over("ü".repeat(501), "instagram", "private"),
    over("a".repeat(280), "x"),
  ]).toEqual([
    { start: 279, end: 281 },
    { start: 560, end: 562 },
    { start: 261, end: 274 },
    { start: 310, end: 311 },
    { start: 1320, end: 1331 },
    { start: 500, end: 501 },
    undefined,
  ]);
});

test("all limits of a channel are told, and one passed is enough", () => {
  expect(measure("👨‍👩‍👧‍👦".repeat(121), at("bluesky"))).toEqual({
    unit: "graphemes",
    used: 121,
    limit: 300,
    fits: false,
    over: { start: 1320, end: 1331 },
    parts: [
      { unit: "graphemes", used: 121, limit: 300, fits: true },
      { unit: "bytes", used: 3025, limit: 3000, fits: false, over: { start: 1320, end: 1331 } },
    ],
  });
});

test("names that the platform puts before a reply cost nothing there, and elsewhere their length", () => {
  const counts = (text: string) => measure(text, at("x"), { autoMentions: ["Ana", "acme"] }).used;
  expect([
    counts("@ana @acme Danke!"),
    counts("@bob Danke!"),
    counts("Danke, @ana!"),
    counts("@ana"),
  ]).toEqual([6, 11, 12, 0]);
});

test("an instance or account brings its own limit and weight of a link", () => {
  const { used, limit, fits } = measure(
    "https://example.com ok",
    at("mastodon", "public", { most: 20, linkWeight: 10 }),
  );
  expect({ used, limit, fits }).toEqual({ used: 13, limit: 20, fits: true });
});

test("every channel says where each of its figures comes from", () => {
  for (const channel of CHANNELS) {
    for (const figure of [...channel.limits, channel.links, channel.edit, channel.remove, channel.hide]) {
      expect(figure.basis).toMatch(/^(run|documented|second-hand|memory|own)$/);
      if (figure.basis === "documented") expect(figure.source).toBeTruthy();
    }
  }
});

const unit = fc.oneof(
  fc.string({ unit: "binary", maxLength: 3 }),
  fc.constantFrom(
    ...[
      "http://",
      "example.com",
      ".",
      "/",
      "@",
      "#",
      "(",
      ")",
      "日本",
      "\u200d",
      "👩",
      "\ud800",
      "\udc00",
      "🇩",
      "\u0301",
      " ",
    ],
  ),
);
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join("").repeat(7));

test("any text is measured, twice alike, with places inside it", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...CHANNELS), fc.nat(60), (text, { id, visibility }, most) => {
      const channel = at(id, visibility, { most });
      const measured = measure(text, channel);
      expect(measure(text, channel)).toEqual(measured);
      expect(measured.fits).toBe(measured.over === undefined);
      const start = measured.over?.start ?? 0;
      expect(start >= 0 && start <= text.length).toBe(true);
      if (measured.over)
        expect(measure(text.slice(0, start), channel).parts[0]?.used).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1500 },
  );
});
