import { guessLanguage } from "../../identifier/index.ts";
import { baseOf, type Identified, type Identifier, type Verdict } from "../../language/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact, type PlacedUnit } from "../unit.ts";

interface LanguageOptions {
  readonly of: "wrong" | "variant" | "mixed";
}

/** A sentence shorter than this, in letters, is no evidence of another language: names and products are many. */
const LETTERS = 20;
/** What the model needs without another witness. */
const LETTERS_ALONE = 40;
/** Scripts that say a word with one or two characters. */
const LETTERS_CJK = 6;
const CJK = /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The draft against the language it should be in, and its sentences against each other. Silent without a language model. */
export const languageDetector = kind<LanguageOptions>({
  cost: "idle",
  options: { of: { type: "string", enum: ["wrong", "variant", "mixed"] } },
  required: ["of"],
  make: ({ of }) => ({ scope: "draft", find: (draft, scene) => find[of](draft, scene) }),
});

const find: { readonly [K in LanguageOptions["of"]]: (draft: Draft, scene: Scene) => readonly RawHit[] } = {
  wrong: (draft, scene) => against(scene.context.expected, draft, scene),
  variant: (draft, scene) => {
    const { variant, expected } = scene.context;
    return variant === expected ? [] : against(variant, draft, scene);
  },
  mixed: (draft, scene) =>
    strangers(draft, scene).map(({ placed, found, main }) => strangerHit(placed, found, main)),
};

/** The whole draft against one language. The verdict is only asked for when a sentence seems to be in another one. */
function against(expected: string | undefined, draft: Draft, scene: Scene): readonly RawHit[] {
  const { identifier, context } = scene;
  if (!identifier || expected === undefined || expected === "und") return [];
  if (!draft.units.some(({ unit }) => differs(languageOf(unit, scene), expected))) return [];
  // A stranger among sentences in the right language is another rule's business.
  if (mainLanguage(sureSentences(draft, scene)) === baseOf(expected) && strangers(draft, scene).length > 0)
    return [];
  const others = context.among ?? [];
  const asked = { expected, ...(others.length > 0 && { among: others }) };
  const verdict = verdictOn(identifier, draft.text, asked);
  if (verdict.kind !== "wrong") return [];
  const variety = baseOf(verdict.tag) === baseOf(expected);
  return variety || isConfirmed(draft.text, verdict.tag, scene) ? [wrongHit(draft, verdict, expected)] : [];
}

function wrongHit(
  { text }: Draft,
  { tag, confidence, certain }: Extract<Verdict, { kind: "wrong" }>,
  expected: string,
): RawHit {
  const variety = baseOf(tag) === baseOf(expected);
  return {
    start: 0,
    end: text.trimEnd().length,
    score: confidence,
    why: [variety ? "marker" : "model", ...(certain && !variety ? ["certain"] : [])],
    whole: true,
    ...(variety && { variant: "variety" }),
    args: { foundLanguage: tag, expectedLanguage: expected },
  };
}

/** Small words are a second witness. Where they say nothing, only a longer text convinces. */
function isConfirmed(text: string, tag: string, { words }: Scene): boolean {
  const { language } = guessLanguage(text, words);
  return language === "" ? countLetters(text) >= LETTERS_ALONE : language === baseOf(tag);
}

/** The last verdicts: most keys leave a draft as it was for the rules that ask. */
const verdicts = new WeakMap<Identifier, { readonly key: string; readonly verdict: Verdict }>();

function verdictOn(
  identifier: Identifier,
  text: string,
  expected: { readonly expected: string; readonly among?: readonly string[] },
): Verdict {
  const key = `${expected.expected} ${expected.among?.join() ?? ""} ${text}`;
  const known = verdicts.get(identifier);
  if (known?.key === key) return known.verdict;
  const verdict = identifier.isWrongLanguage(expected, text);
  verdicts.set(identifier, { key, verdict });
  return verdict;
}

const UNKNOWN: Identified = { tag: "und", confidence: 0, reliable: false };

/**
 * The language of a sentence among the brand's. Small words are a second witness: where they name another language than
 * the model, the answer is not reliable.
 */
const languageOf: Fact<Identified> = fact(({ text }, { identifier, context, words }) => {
  if (!identifier || !/\p{L}{2}/u.test(text)) return UNKNOWN;
  const { among = [], expected } = context;
  const guess = guessLanguage(text, words);
  if (guess.sure && expected === guess.language) return { tag: expected, confidence: 1, reliable: true };
  const choice = expected === undefined || expected === "und" ? among : [...among, expected];
  const found = identifier.identify(text, among.length > 0 ? { among: choice } : {});
  const agreed = guess.language === "" || guess.language === baseOf(found.tag);
  return agreed ? found : { ...found, reliable: false };
});

/** Whether a sentence may be in another language than this one; an open `pt` differs from neither country. */
function differs({ tag, reliable }: Identified, expected: string): boolean {
  if (!reliable) return false;
  if (baseOf(tag) !== baseOf(expected)) return true;
  return tag.includes("-") && expected.includes("-") && tag !== expected;
}

interface Stranger {
  readonly placed: PlacedUnit;
  readonly found: Identified;
  readonly main: string;
}

/** Sentences that are surely in another language than most of the draft. */
function strangers(draft: Draft, scene: Scene): readonly Stranger[] {
  if (!scene.identifier || draft.units.length < 2) return [];
  const sure = sureSentences(draft, scene);
  const main = mainLanguage(sure);
  return main === null
    ? []
    : sure
        .filter(
          ({ placed, found }) =>
            baseOf(found.tag) !== baseOf(main) && isConfirmed(placed.unit.text, found.tag, scene),
        )
        .map((one) => ({ ...one, main }));
}

/** Sentences long enough to be sure of their language. */
const sureSentences = ({ units }: Draft, scene: Scene): readonly Omit<Stranger, "main">[] =>
  units.flatMap((placed) => {
    const found = languageOf(placed.unit, scene);
    return found.reliable && hasLetters(placed.unit.text) ? [{ placed, found }] : [];
  });

const hasLetters = (text: string): boolean => countLetters(text) >= (CJK.test(text) ? LETTERS_CJK : LETTERS);

/** Letters of words; those of names of accounts and of links do not count. */
const countLetters = (text: string): number =>
  text.replace(/[@#]\S+|\S+[./]\S{2,}/g, "").match(/\p{L}/gu)?.length ?? 0;

/** The language that has more letters than all others together; `null` when none has. */
function mainLanguage(sure: readonly Omit<Stranger, "main">[]): string | null {
  const sums = new Map<string, number>();
  let all = 0;
  for (const { placed, found } of sure) {
    const length = placed.end - placed.start;
    all += length;
    sums.set(baseOf(found.tag), (sums.get(baseOf(found.tag)) ?? 0) + length);
  }
  const [[language, sum] = ["", 0]] = [...sums].sort(([, a], [, b]) => b - a);
  return sum * 2 > all ? language : null;
}

function strangerHit({ unit, start }: PlacedUnit, { tag, confidence }: Identified, main: string): RawHit {
  const end = start + unit.text.trimEnd().length;
  return {
    start,
    end,
    score: confidence,
    why: ["model"],
    args: { foundLanguage: tag, expectedLanguage: main },
  };
}
