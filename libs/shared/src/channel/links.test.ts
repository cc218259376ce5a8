import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHashtags } from "./hashtags.ts";
import { findLinks } from "./links.ts";
import { findMentions } from "./mentions.ts";

const urls = (text: string) => findLinks(text).map(({ url }) => url);

describe("the links of a text", () => {
  test.each<[string, string[]]>([
    ["nothing here. Nor here.", []],
    ["https://example.com", ["https://example.com"]],
    ["Visit HTTPS://Example.COM/Path.", ["HTTPS://Example.COM/Path"]],
    ["see example.com, shop.example.co.uk/a and t.co", ["example.com", "shop.example.co.uk/a", "t.co"]],
    ["example.com:8080/x?q=1&r=2#top!", ["example.com:8080/x?q=1&r=2#top"]],
    ["example.com?q=1", ["example.com?q=1"]],
    ["Really (see https://example.com/a)?", ["https://example.com/a"]],
    ["https://example.com/wiki/A_(b)_(c(d)).", ["https://example.com/wiki/A_(b)_(c(d))"]],
    ["„https://example.com/größe“, «example.fr»", ["https://example.com/größe", "example.fr"]],
    ["<https://example.com/a>, [example.com]", ["https://example.com/a", "example.com"]],
    ["example.com… example.com’s", ["example.com", "example.com"]],
    [
      "It’s https://t.co/abCD12’s, http://t.co/x-! https://example.comà",
      ["https://t.co/abCD12", "http://t.co/x", "https://example.com"],
    ],
    // New top-level domains, and words that are none.
    [
      "band.music hotel.spa club.kids read.me file.docx v1.2.3 10.5",
      ["band.music", "hotel.spa", "club.kids", "read.me"],
    ],
    ["http://no-tld http://localhost/x e.g. z.B. a.m. i.e.", []],
    // Text without spaces goes on right behind a link.
    ["詳細はhttps://example.com/helpをご覧ください。", ["https://example.com/help"]],
    ["公式サイトexample.com。お問い合わせはsupport.example.jpへ", ["example.com", "support.example.jp"]],
    ["请访问www.example.cn查看，或http://例子.中国/帮助", ["www.example.cn", "http://例子.中国/"]],
    ["사이트example.com에서", ["example.com"]],
    ["ดูที่example.comนะ", ["example.com"]],
    ["http://日本語.jp/a です", ["http://日本語.jp/a"]],
    ["http://t.co/abc한국example.com", ["http://t.co/abc", "example.com"]],
    // Other scripts.
    ["сайт.рф и http://пример.испытание", ["сайт.рф"]],
    ["zur münchen.de", ["münchen.de"]],
    [
      "xn--mnchen-3ya.de http://foo.xn--p1ai/x foo.xn--zzzzzzz",
      ["xn--mnchen-3ya.de", "http://foo.xn--p1ai/x"],
    ],
    ["аpple.com https://раураl.com/login", ["аpple.com", "https://раураl.com/login"]],
    // A link that shows one host and leads to another.
    [
      "https://example.com@evil.example.net/x https://user:pw@example.com",
      ["https://example.com@evil.example.net/x", "https://user:pw@example.com"],
    ],
    ["http://192.168.0.1/login 192.168.0.1", ["http://192.168.0.1/login"]],
    // No links: addresses of people, handles, tags, other schemes, paths.
    ["info@example.com, first.last@mail.example.com, mailto:a@b.com", []],
    ["@shop.example.com #example.com $example.com ftp://example.com /example.com", []],
    ["-example.com _example.com ..example.com foo_bar.com", []],
    ["http://-example.com http://example-.com http://a..example.com", []],
  ])("%j", (text, expected) => {
    expect(urls(text)).toEqual(expected);
  });
});

test("a link knows its host, its registrable domain and what is odd about it", () => {
  const [plain, named, numeric, runOn, foreign] = findLinks(
    "shop.Acme.co.uk https://acme.com@evil.github.io/x http://10.0.0.1 done.So http://ＡＣＭＥ.com",
  );
  expect([plain, named, numeric, runOn, foreign]).toEqual([
    {
      start: 0,
      end: 15,
      url: "shop.Acme.co.uk",
      host: "shop.acme.co.uk",
      domain: "acme.co.uk",
      hasName: false,
      doubtful: false,
    },
    {
      start: 16,
      end: 49,
      url: "https://acme.com@evil.github.io/x",
      host: "evil.github.io",
      domain: "evil.github.io",
      scheme: "https",
      hasName: true,
      doubtful: false,
    },
    {
      start: 50,
      end: 65,
      url: "http://10.0.0.1",
      host: "10.0.0.1",
      domain: "10.0.0.1",
      scheme: "http",
      hasName: false,
      doubtful: false,
    },
    {
      start: 66,
      end: 73,
      url: "done.So",
      host: "done.so",
      domain: "done.so",
      hasName: false,
      doubtful: true,
    },
    {
      start: 74,
      end: 89,
      url: "http://ＡＣＭＥ.com",
      host: "acme.com",
      domain: "acme.com",
      scheme: "http",
      hasName: false,
      doubtful: false,
    },
  ]);
});

describe("who is named", () => {
  test.each<[string, string[]]>([
    ["@ana and ＠Bob_1!", ["ana", "Bob_1"]],
    ["@ana@mastodon.social: hi", ["ana@mastodon.social"]],
    ["の@anaさん .@ana", ["ana", "ana"]],
    ["info@example.com, a@b, x.com/@ana, @@ana, foo!@bar @anaé @http://x.com", []],
    ["@shop.example.com", ["shop.example.com"]],
  ])("%j", (text, expected) => {
    expect(findMentions(text).map(({ name, host }) => (host ? `${name}@${host}` : name))).toEqual(expected);
  });

  test("each network has its own syntax", () => {
    const names = (...[text, syntax]: Parameters<typeof findMentions>) =>
      findMentions(text, syntax).map(({ name }) => name);
    const text = "@ana.b.example.com, @bob.";
    expect([names(text, "word"), names(text, "dotted"), names(text, "domain"), names(text, "none")]).toEqual([
      ["ana", "bob"],
      ["ana.b.example.com", "bob"],
      ["ana.b.example.com"],
      [],
    ]);
  });
});

describe("the hashtags of a text", () => {
  test.each<[string, string[]]>([
    ["#thanks #1st #covid19!", ["thanks", "1st", "covid19"]],
    [
      "＃返品について #配送。 #شكرا #спасибо #नमस्ते #ありがとう・です",
      ["返品について", "配送", "شكرا", "спасибо", "नमस्ते", "ありがとう・です"],
    ],
    ["#123 #_ # a#b &#39; #️⃣ example.com/#top", []],
    ["#a#b", []],
  ])("%j", (text, expected) => {
    expect(findHashtags(text).map(({ tag }) => tag)).toEqual(expected);
  });
});

const unit = fc.oneof(
  fc.string({ unit: "binary", maxLength: 2 }),
  fc.constantFrom(
    "http://",
    "https://",
    "a",
    "com",
    "co",
    ".",
    ".",
    "/",
    "@",
    "#",
    "(",
    ")",
    "-",
    "_",
    "日本",
    "рф",
    "\ud800",
    "xn--",
    "?",
    ":",
    "1",
    " ",
  ),
);
const text = fc.array(unit, { maxLength: 25 }).map((parts) => parts.join(""));

test("links, mentions and hashtags of any text are stretches of it, in order and apart", () => {
  fc.assert(
    fc.property(text, (text) => {
      for (const find of [findLinks, (text: string) => findMentions(text), findHashtags]) {
        let last = 0;
        for (const { start, end } of find(text)) {
          expect(start >= last && end > start && end <= text.length).toBe(true);
          last = end;
        }
        expect(find(text)).toEqual(find(text));
      }
      for (const { url, start, end } of findLinks(text)) expect(text.slice(start, end)).toBe(url);
    }),
    { numRuns: 3000 },
  );
});

test("long texts of nothing but parts of links take no time to speak of", () => {
  for (const part of [
    "a.",
    "http://",
    "(",
    "a.com/(",
    "@a",
    "#a",
    "日.",
    "@a.",
    "-.",
    "a@",
    "..",
    "http://a@",
  ]) {
    const text = part.repeat(100_000 / part.length);
    expect(
      findLinks(text).length + findMentions(text).length + findHashtags(text).length,
    ).toBeGreaterThanOrEqual(0);
  }
}, 5000);
