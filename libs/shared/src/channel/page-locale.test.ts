import { describe, expect, test } from "vitest";
import { findLinks } from "./links.ts";
import { otherLocale, pageLocale } from "./page-locale.ts";

const own = ["acme.com", "acme.de", "acme.fr", "acme.com.br", "acme.pt", "acme.co.uk"];

function seen(text: string, language: string) {
  const [link] = findLinks(text);
  const found = link && otherLocale(link, { language, own });
  return found && [text.slice(found.start, found.end), found.place, found.instead];
}

describe("a page in another language than the draft", () => {
  test.each<[string, string, string[] | undefined]>([
    ["https://acme.com/en/help", "de", ["en", "path", "de"]],
    ["see acme.com/fr", "de", ["fr", "path", "de"]],
    ["https://www.acme.com/en-us/help", "de", ["en-us", "path", "de-de"]],
    ["https://www.acme.com/en_GB/help", "pt-BR", ["en_GB", "path", "pt_BR"]],
    ["https://acme.com/us/help", "ja", ["us", "path", "jp"]],
    ["https://acme.com/ch/fr/aide", "de", ["fr", "path", "de"]],
    ["https://en.acme.com/help", "de", ["en", "subdomain", "de"]],
    ["https://acme.com/help?lang=en&x=1", "fr", ["en", "query", "fr"]],
    ["https://acme.com/de/hilfe?hl=en", "de", ["en", "query", "de"]],
    ["https://acme.fr/aide", "de", ["fr", "suffix", "de"]],
    ["https://acme.com.br/ajuda", "pt-PT", ["com.br", "suffix", "pt"]],
    ["https://acme.pt/ajuda", "pt-BR", ["pt", "suffix", "com.br"]],
    ["https://acme.com/pt-pt/ajuda", "pt-BR", ["pt-pt", "path", "pt-br"]],
    ["https://acme.com/zh-tw/help", "zh-CN", ["zh-tw", "path", "zh-cn"]],
    ["https://acme.com/zh-hant/help", "zh-Hans", ["zh-hant", "path", "zh-hans"]],
    ["https://acme.co.uk/help", "de", ["co.uk", "suffix", "de"]],
  ])("%s in a draft in %s", (text, language, expected) => {
    expect(seen(text, language)).toEqual(expected && [...expected]);
  });

  test.each([
    ["https://acme.com/de/hilfe", "de"],
    ["https://acme.com/de-at/hilfe", "de"],
    ["https://acme.com/at/hilfe", "de-AT"],
    ["https://acme.com/ch/hilfe", "de"],
    ["https://acme.com/pt/ajuda", "pt-BR"],
    ["https://acme.com/br/ajuda", "pt-BR"],
    ["https://acme.com/zh/help", "zh-CN"],
    ["https://acme.com/sg/help", "zh-Hans"],
    ["https://acme.com/ar/ayuda", "es"],
    ["https://acme.com/be/hulp", "nl"],
    ["https://acme.de", "de"],
    // Nothing says a language.
    ["https://acme.com/help", "de"],
    ["https://acme.com/my/orders", "de"],
    ["https://www.acme.com", "de"],
    ["https://acme.com/entry", "de"],
    // The brand has no site of its own in that language.
    ["https://acme.fr/aide", "it"],
    // Somebody else's site.
    ["https://example.com/en/help", "de"],
    ["https://en.wikipedia.org/wiki/A", "de"],
  ])("%s is right in a draft in %s", (text, language) => {
    expect(seen(text, language)).toBeUndefined();
  });
});

test("a page says its language itself", () => {
  const languages = (text: string) => findLinks(text).map((link) => pageLocale(link)?.languages);
  expect(languages("acme.com/pt-br/x example.co.jp http://u:p@de.acme.com:80/en/ acme.io")).toEqual([
    ["pt-BR"],
    ["ja"],
    ["en"],
    undefined,
  ]);
});
