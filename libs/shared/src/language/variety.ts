import type { LinearModel } from "./linear-model.ts";
import { hanScores } from "./odds.ts";
import { markersOf } from "./portuguese.ts";
import type { Variety } from "./tags.ts";

/** What tells the varieties of a language. */
export interface VarietyModels {
  readonly han: LinearModel;
  /** Portuguese: `pt-BR` above 0, `pt-PT` below. */
  readonly portuguese: LinearModel;
}

/** A variety with its share, 0.5 to 1, against the other one of its language. */
export interface Told {
  readonly variety: Variety;
  readonly share: number;
}

/** Log odds from which a country is told: about seven of ten interface strings, and nearly every longer text. */
const COUNTRY = 0.55;
const SCRIPT = 2.5;

/** The variety of a text in a language that has two; undefined when it has none or cannot be told. */
export function varietyIn(models: VarietyModels, language: string, text: string): Told | undefined {
  if (language === "pt") return told(portugueseScore(models, text), COUNTRY, ["BR", "PT"]);
  if (language !== "zh") return undefined;
  const [, simplified = 0, traditional = 0] = hanScores(models.han, text);
  return told(simplified - traditional, SCRIPT, ["Hans", "Hant"]);
}

function portugueseScore({ portuguese }: VarietyModels, text: string): number {
  const [brazil = 0, portugal = 0] = portuguese.scores(text);
  return brazil - portugal + markersOf(text);
}

function told(
  score: number,
  least: number,
  [positive, negative]: readonly [Variety, Variety],
): Told | undefined {
  if (Math.abs(score) < least) return undefined;
  return { variety: score > 0 ? positive : negative, share: 1 / (1 + Math.exp(-Math.abs(score))) };
}
