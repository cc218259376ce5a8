import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TOPIC } from "./topic.ts";
import { type IdentifierLexicon, mergeWords } from "./words.ts";

const folder = new URL("../../../../locales/", import.meta.url);
const tags = "ar de en es fr it ja nl pl pt-BR pt-PT tr zh-CN".split(" ");
const lexiconOf = (tag: string): IdentifierLexicon =>
  JSON.parse(readFileSync(new URL(`${tag}/lexicons/identifier.json`, folder), "utf8"));

test.each(tags)(
  "the words of %s are in lower case, none stands twice in a list, and every digit has a name",
  (tag) => {
    const { near, common, numbers, at, dot } = lexiconOf(tag);
    const lists = [common, at, dot, Object.keys(numbers), ...Object.values(near)];
    const faults = lists.flatMap((list) =>
      list.filter(
        (word, index) =>
          list.indexOf(word) !== index ||
          word.trim() !== word ||
          (tag !== "ja" && word !== word.toLowerCase() && !/[\u3400-\u9fff]/.test(word)),
      ),
    );
    const unknown = Object.keys(near).filter((topic) => !(topic in TOPIC));
    const named = new Set(Object.values(numbers).filter((digits) => digits.length === 1));
    expect([faults, unknown, named.size]).toEqual([[], [], 10]);
  },
);

test("every language knows the words for what is asked in care", () => {
  const wanted = "phone card bank email national tax order address passport amount".split(" ");
  for (const tag of tags)
    expect([tag, wanted.filter((topic) => !(topic in lexiconOf(tag).near))]).toEqual([tag, []]);
});

test("the words of several languages add up, and regions of a language are one", () => {
  const english = {
    near: { phone: ["call", "cell phone"], card: ["pan*"] },
    common: ["the", "in"],
    numbers: { one: "1" },
    at: ["at"],
    dot: ["dot"],
  };
  const german = {
    near: { phone: ["handy"], bank: ["pan*"] },
    common: ["der", "in"],
    numbers: { eins: "1" },
    at: ["ät"],
    dot: ["punkt"],
  };
  const words = mergeWords({ "en-GB": english, "en-US": english, de: german });
  expect({
    languages: words.languages,
    phone: words.topics.get("handy"),
    opens: words.openers.has("cell"),
    pan: words.beginnings.get("pan"),
    shared: words.common.get("in"),
    digits: [words.numbers.get("one"), words.numbers.get("eins")],
    at: [...words.at],
  }).toEqual({
    languages: ["en", "de"],
    phone: TOPIC.phone,
    opens: true,
    pan: [
      ["pan", TOPIC.card],
      ["pan", TOPIC.card],
      ["pan", TOPIC.bank],
    ],
    shared: 3,
    digits: ["1", "1"],
    at: ["at", "ät"],
  });
});
