import { expect, test } from "vitest";
import { clean } from "./clean.ts";
import { lettersOf } from "./script.ts";

test.each([
  ["Hello", ["latin"]],
  ["Где iPhone", ["cyrillic", "latin"]],
  ["请使用 Google Chrome 浏览器", ["cjk", "latin"]],
  ["Hello 王, thanks for waiting", ["latin", "cjk"]],
  ["Αθήνα", ["greek"]],
  ["12 + 3 = 😀", []],
  ["ﾊﾝｶｸ ＡＢＣ", ["cjk", "latin"]],
])("%s is written in %j", (text, scripts) => {
  expect(lettersOf(text).map(({ script }) => script)).toEqual(scripts);
});

test("East Asian letters are counted by kind", () => {
  expect(lettersOf("東京タワー한")).toEqual([{ script: "cjk", count: 6, han: 2, kana: 3, hangul: 1 }]);
});

test.each([
  ["Hi {{customer.name}}, {$count} left, %1$s and %d of them", "Hi , left, and of them"],
  ["see https://example.com/a?b=c or www.acme.de/x, mail a.b@acme.com", "see or mail"],
  ["@acme @user.name@social.example danke", "danke"],
  ["help.pdf auf acme.com öffnen", "auf öffnen"],
  ["Danke #Kundenservice", "Danke"],
  ["#schnelleHilfe #gute_arbeit", "schnelle Hilfe gute arbeit"],
  ["mein iPhone 15 mit USB und WhatsApp", "mein mit und"],
  ["BITTE HELFEN", "BITTE HELFEN"],
  ["<b>Fett</b> &amp; gut", "Fett gut"],
  ["日本語@acmeです", "日本語 です"],
  ["{count, plural, one {# Datei von {name}} other {# Dateien}} da", ", # Datei von } # Dateien}} da"],
  ["{N,plural, =1{Abrir arquivo?}other{Abrir arquivos?}}", ", Abrir arquivo?} Abrir arquivos?}}"],
])("%j has the words %j", (text, words) => {
  expect(clean(text)).toBe(words);
});
