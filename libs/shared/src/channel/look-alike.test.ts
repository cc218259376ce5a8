import { describe, expect, test } from "vitest";
import { isAllowed } from "./allowed.ts";
import { findLinks } from "./links.ts";
import { type Likeness, lookAlike } from "./look-alike.ts";
import { readableHost } from "./punycode.ts";
import { isShortener } from "./shorteners.ts";

test.each([
  ["xn--mnchen-3ya.de", "münchen.de"],
  ["xn--pple-43d.com", "аpple.com"],
  ["www.xn--fsqu00a.xn--fiqs8s", "www.例子.中国"],
  ["xn--80ak6aa92e.com", "аррӏе.com"],
  ["xn--ls8h.la", "💩.la"],
  ["xn---.com", "xn---.com"],
  ["xn--99999999.com", "xn--99999999.com"],
  ["plain.com", "plain.com"],
])("%s reads %s", (host, readable) => {
  expect(readableHost(host)).toBe(readable);
});

test("a brand's domain allows what lies under it, and nothing beside it", () => {
  const own = ["acme.com", "*.acme.co.uk", "help.acme.org", "Müller.de", ""];
  const allowed = (host: string) => isAllowed({ host }, own);
  expect([
    ["acme.com", "shop.acme.com", "acme.co.uk", "a.acme.co.uk", "help.acme.org", "xn--mller-kva.de"].map(
      allowed,
    ),
    ["acme.org", "shop.acme.org", "notacme.com", "acme.com.evil.net", "co.uk", "acme.net"].map(allowed),
  ]).toEqual([Array(6).fill(true), Array(6).fill(false)]);
});

test("shorteners are known, short domains of one company are not among them", () => {
  expect(["bit.ly", "tinyurl.com", "t.co", "reurl.cc"].map(isShortener)).toEqual(Array(4).fill(true));
  expect(["youtu.be", "amzn.to", "example.com", "wa.me"].map(isShortener)).toEqual(Array(4).fill(false));
});

describe("a domain that could be taken for the brand's", () => {
  const own = ["northwind.com", "northwind.de", "paypal.com", "apple.com", "lidl.de", "müller.de", "bol.com"];
  const seen = (text: string) => {
    const [link] = findLinks(text);
    return link && lookAlike(link, own);
  };

  test.each<[string, string, Likeness]>([
    ["аpple.com", "apple.com", "other-script"],
    ["https://раураl.com/login", "paypal.com", "other-script"],
    ["xn--pple-43d.com", "apple.com", "other-script"],
    ["аррӏе.com", "apple.com", "other-script"],
    ["nοrthwind.de", "northwind.com", "other-script"],
    ["applé.com", "apple.com", "accents"],
    ["nørthwind.com", "northwind.com", "accents"],
    ["paypa1.com", "paypal.com", "digits"],
    ["n0rthwind.com", "northwind.com", "digits"],
    ["paypaI.com", "paypal.com", "shapes"],
    ["rnuller.de", "müller.de", "shapes"],
    ["northvvind.net", "northwind.com", "shapes"],
    ["north-wind.com", "northwind.com", "hyphen"],
    ["northwind-support.com", "northwind.com", "bait"],
    ["hilfe-northwind.de", "northwind.com", "bait"],
    ["paypalsoporte.es", "paypal.com", "bait"],
    ["secure-paypa1.com", "paypal.com", "bait"],
    ["northwind-berlin.de", "northwind.com", "addition"],
    ["nortwind.com", "northwind.com", "typing-error"],
    ["nrothwind.com", "northwind.com", "typing-error"],
    ["northwimd.com", "northwind.com", "typing-error"],
    ["northwindd.com", "northwind.com", "typing-error"],
    ["northwind.shop", "northwind.com", "other-suffix"],
    ["apple.com.example.net", "apple.com", "subdomain"],
    ["login.paypal-com.example.net/x", "paypal.com", "subdomain"],
  ])("%s looks like %s: %s", (text, domain, likeness) => {
    expect(seen(text)).toMatchObject({ domain, likeness });
  });

  test.each([
    "apple.com",
    "https://shop.northwind.de/a",
    "xn--mller-kva.de",
    "example.com",
    // In another script, but nobody's double.
    "привет.рф",
    "яндекс.рф",
    "http://例子.中国",
    "ελλάδα.gr",
    // Words that only begin or end alike, and short names one letter apart.
    "pineapple.com",
    "applepie.com",
    "lido.de",
    "bolt.com",
    "boll.com",
    "symbol.com",
    // A service that carries the brand's name as a customer.
    "northwind.zendesk.com",
    "apple.stackexchange.com",
  ])("%s does not", (text) => {
    expect(seen(text)).toBeUndefined();
  });

  test("the surer sign counts more", () => {
    const scores = ["аpple.com", "paypa1.com", "paypal-login.com", "northwind.shop"].map(
      (text) => seen(text)?.score ?? 0,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});
