import type { LinearModel } from "./linear-model.ts";
import { strangeHan } from "./repertoire.ts";
import type { Letters, Script } from "./script.ts";
import { smallTalk } from "./small-talk.ts";
import type { WideModel } from "./wide.ts";

/** Shares of the languages that a text may be in; they add up to 1. Empty when none is possible. */
export type Odds = ReadonlyMap<string, number>;

/** What the odds are read from. */
export interface Models {
  /** Western languages; `zz` stands for any other in Latin letters. */
  readonly latin: LinearModel;
  /** Text in Han characters alone: `ja`, `zh-Hans`, `zh-Hant`. */
  readonly han: LinearModel;
  readonly wide: WideModel;
}

/** A text without noise, the letters to go by, and the languages that are possible (all when undefined). */
export interface Question {
  readonly text: string;
  readonly letters: Letters;
  readonly allowed: ReadonlySet<string> | undefined;
}

/** Scripts that one language of ours is written in. */
const alone: Readonly<Partial<Record<Script, string>>> = {
  greek: "el",
  hebrew: "he",
  thai: "th",
  bengali: "bn",
  gurmukhi: "pa",
  gujarati: "gu",
  oriya: "or",
  tamil: "ta",
  telugu: "te",
  kannada: "kn",
  malayalam: "ml",
  sinhala: "si",
  lao: "lo",
  myanmar: "my",
  georgian: "ka",
  armenian: "hy",
  ethiopic: "am",
  khmer: "km",
};

/** Letters that one language of a script has and the others lack. A language without letters of its own is the first. */
const own: Readonly<Partial<Record<Script, readonly (readonly [string, RegExp | null])[]>>> = {
  cyrillic: [
    ["ru", /[ыэё]/giu],
    ["uk", /[іїєґ]/giu],
    ["bg", null],
    ["be", /[ўі]/giu],
    ["sr", /[јљњћђџ]/giu],
    ["mk", /[јљњѓќѕ]/giu],
    ["kk", /[әғқңөұүһ]/giu],
  ],
  arabic: [
    ["ar", /[ةىأإؤئ]/gu],
    ["fa", /[پچژگکی]/gu],
    ["ur", /[ٹڈڑںےہھ]/gu],
    ["ku", /[ەێۆڕڵ]/gu],
  ],
  devanagari: [
    ["hi", null],
    ["mr", /ळ/gu],
    ["ne", null],
  ],
};

/** How much the wide model counts beside our own, and beside letters that only one language has. */
const WIDE = 6;
const WIDE_ALONE = 20;
/** Each letter that only one language of the script has. */
const LETTER = 3;
/** How much likelier the first language of a script is where nothing tells. */
const FIRST = 1.6;
/** English words stand in texts of every language, so English has to be clearer than others. */
const ENGLISH = -0.8;
/** What an unlisted language has to make up for: most texts are in one that our own model knows. */
const UNLISTED = -2.5;

/** The odds of the languages written in the script of a text. */
export function oddsOf(models: Models, question: Question): Odds {
  const { script } = question.letters;
  const single = alone[script];
  if (single !== undefined) return softmax([[single, 0]], question.allowed);
  if (script === "cjk") return eastAsian(models, question);
  if (script === "latin") return western(models, question);
  return byOwnLetters(models, question);
}

function western({ latin, wide }: Models, { text, allowed }: Question): Odds {
  const scores = latin.scores(text);
  const seen = wide(text);
  const known = new Map(latin.tags.map((tag, index) => [tag, scores[index] ?? 0]));
  known.set("en", (known.get("en") ?? 0) + ENGLISH);
  for (const [tag, more] of smallTalk(text)) if (known.has(tag)) known.set(tag, (known.get(tag) ?? 0) + more);
  const other = (known.get("zz") ?? 0) + UNLISTED;
  known.delete("zz");
  const listed = [...known].map(
    ([language, score]) => [language, score + WIDE * (seen[language] ?? 0)] as const,
  );
  const unlisted = Object.entries(seen).filter(([language]) => !known.has(language) && isWestern(language));
  const best = Math.max(0, ...unlisted.map(([, share]) => share));
  // Only the wide model tells the others from one another, so its differences count in full there.
  const others = unlisted.map(
    ([language, share]) => [language, other + WIDE * best + WIDE_ALONE * (share - best)] as const,
  );
  return softmax([...listed, ...others], allowed);
}

const otherScripts = new Set(
  "am ar be bg bn el fa gu he hi hy ja ka kn ko ku lo ml mr or pa ru sr ta te th uk ur zh".split(" "),
);
const isWestern = (language: string): boolean => !otherScripts.has(language);

/** From this share of kana on, a text is Japanese: the brand 「鮮の味」 in a Chinese sentence is not. */
const KANA = 0.08;
/** Each character that a way of writing does not have. */
const STRANGE = 2.5;

function eastAsian({ han }: Models, { text, letters, allowed }: Question): Odds {
  if (letters.hangul * 2 >= letters.han + letters.kana) {
    const korean = softmax([["ko", 0]], allowed);
    if (korean.size > 0) return korean;
  }
  if (letters.kana >= KANA * (letters.kana + letters.han)) return softmax([["ja", 0]], allowed);
  const [ja = 0, simplified = 0, traditional = 0] = hanScores(han, text);
  const chinese =
    Math.max(simplified, traditional) + Math.log1p(Math.exp(-Math.abs(simplified - traditional)));
  return softmax(
    [
      ["ja", ja],
      ["zh", chinese],
    ],
    allowed,
  );
}

/** Log odds of Japanese, simplified and traditional Chinese for the Han characters of a text. */
export function hanScores(han: LinearModel, text: string): readonly number[] {
  const characters = text.replace(/[^\p{Script=Han}]+/gu, " ");
  const [ja = 0, simplified = 0, traditional = 0] = han.scores(characters);
  const strange = strangeHan(characters);
  return [
    ja - STRANGE * strange.japanese,
    simplified - STRANGE * strange.simplified,
    traditional - STRANGE * strange.traditional,
  ];
}

function byOwnLetters({ wide }: Models, { text, letters, allowed }: Question): Odds {
  const seen = wide(text);
  const languages = own[letters.script] ?? [];
  return softmax(
    languages.map(([language, letter], index) => {
      const met = letter === null ? 0 : (text.match(letter)?.length ?? 0);
      // The first language of a script is the likeliest where nothing tells.
      return [
        language,
        (index === 0 ? FIRST : 0) + WIDE_ALONE * (seen[language] ?? 0) + LETTER * Math.min(met, 4),
      ];
    }),
    allowed,
  );
}

function softmax(
  scores: readonly (readonly [string, number])[],
  allowed: ReadonlySet<string> | undefined,
): Odds {
  const possible = scores.filter(([language]) => allowed?.has(language) ?? true);
  const top = Math.max(...possible.map(([, score]) => score));
  const sum = possible.reduce((total, [, score]) => total + Math.exp(score - top), 0);
  return new Map(
    possible
      .map(([language, score]) => [language, Math.exp(score - top) / sum] as const)
      .sort((a, b) => b[1] - a[1]),
  );
}
