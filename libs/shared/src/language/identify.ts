import { clean } from "./clean.ts";
import { type Models, type Odds, oddsOf } from "./odds.ts";
import { type Letters, lettersOf } from "./script.ts";
import { answer, modelled, namesVariety } from "./tags.ts";
import { type Told, type VarietyModels, varietyIn } from "./variety.ts";

/** What a text is written in. */
export interface Identified {
  /** A language tag, `und` when it cannot be told. What stands before its hyphen is always the language. */
  readonly tag: string;
  /** 0 to 1: how likely the tag is among those that were possible. */
  readonly confidence: number;
  /** Whether there is enough text, and enough difference, to act on the answer. */
  readonly reliable: boolean;
}

/** Which languages a text may be in. */
export interface Choice {
  /**
   * Tags to choose among; every language that is known when missing. They also say how fine the answer is: `pt` gives
   * `pt`, `pt-BR` and `pt-PT` give one of these, or `pt` when the country cannot be told.
   */
  readonly among?: readonly string[];
}

/** What there is to read in a text, before a choice is made. */
export interface Reading {
  readonly odds: Odds;
  readonly variety: Told | undefined;
  readonly letters: Letters;
}

/** Characters that are read: more would not change the answer. */
const READ = 800;
/** Below this many letters an answer is never reliable. Han characters say as much as several letters. */
const FEW = { latin: 8, cjk: 3, other: 4 };
const SURE = 0.9;
/** Fewer Latin letters than this tell nothing of a language. */
const NOTHING = 3;

/** Read a text; undefined when nothing in it belongs to one of the languages that are allowed. */
export function readText(
  models: Models & VarietyModels,
  text: string,
  { among }: Choice = {},
): Reading | undefined {
  const words = clean(text.slice(0, READ));
  const allowed = among && new Set(among.map(modelled));
  for (const letters of lettersOf(words)) {
    const odds = oddsOf(models, { text: words, letters, allowed });
    const [language] = odds.keys();
    if (language === undefined) continue;
    const variety = namesVariety(language, among) ? varietyIn(models, language, words) : undefined;
    return { odds, letters, variety };
  }
  return undefined;
}

/** The language of a reading. */
export function identified({ odds, variety, letters }: Reading, { among }: Choice = {}): Identified {
  const [[language, share] = ["und", 0], [, next] = ["und", 0]] = odds;
  const tag = answer(language, variety?.variety, among);
  if (letters.script === "latin" && letters.count < NOTHING)
    return { tag: "und", confidence: 0, reliable: false };
  const few = letters.script === "latin" || letters.script === "cjk" ? FEW[letters.script] : FEW.other;
  const named = tag.includes("-") ? (variety?.share ?? 1) : 1;
  return {
    tag,
    confidence: Math.round(share * named * 1000) / 1000,
    reliable: share >= SURE && share - next >= 0.5 && letters.count >= few,
  };
}
