import { expect, test } from "vitest";
import { wordsOf } from "./word-walk.ts";

const shown = (text: string) =>
  wordsOf(text).map(({ text: word, gap, capital, quoted, question }) =>
    [gap, word, capital ? "A" : "", quoted ? "q" : "", question ? "?" : ""].join("|"),
  );

test.each<[string, readonly string[]]>([
  ["Dar-te isto, sim?", [".|dar|A||?", "-|te|||?", "|isto|||?", ",|sim|||?"]],
  ["J’ai L'EAU", [".|j'|A||", "|ai|||", "|l'|A||", "|eau|||"]],
  ["„Du“ und Sie", [".|du|A|q|", ",|und|||", "|sie|A||"]],
  ["> tu\ntu", [".|tu||q|", ".|tu|||"]],
  ['ein "loses Wort', [".|ein|||", ",|loses|||", "|wort|A||"]],
  ["@tu https://tu.es tu@tu.es {tu} {{$tu}} #tu tú", [".|tú|||"]],
  ["İste e\u0301l", [".|iste|A||", "|él|||"]],
  ["¿Qué? Ya", [".|qué|A||?", ".|ya|A||"]],
])("%s", (text, words) => {
  expect(shown(text)).toEqual(words);
});

test("offsets are those of the text as it is written", () => {
  const text = "e\u0301l 👍 İyi, l'eau";
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "e\u0301l",
    "İyi",
    "l'",
    "eau",
  ]);
});
