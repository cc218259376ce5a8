import type { RegisterVerdict } from "../libs/shared/src/register/register-of.ts";
import type { Text } from "../scripts/train/register-pairs.ts";

/** Verdicts of a classifier that knows nothing but runs of 1 to 5 characters within words and pairs of words, and that never abstains. */
export function ngramVerdicts(texts: readonly Text[], folds: number): (readonly [Text, RegisterVerdict])[] {
  const rows = texts.map((text) => ({ text, grams: gramsOf(text.text) }));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = learn(rows.filter(({ text }) => text.fold !== fold));
    return rows
      .filter(({ text }) => text.fold === fold)
      .map(({ text, grams }) => {
        const register = score(grams, weights) > 0 ? ("informal" as const) : ("formal" as const);
        return [text, { register, evidence: [] }] as const;
      });
  });
}

interface Row {
  readonly text: Text;
  readonly grams: readonly string[];
}

function gramsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|[^\s\p{L}]/gu) ?? [];
  const grams = new Set<string>();
  for (const [at, word] of words.entries()) {
    const padded = `^${word}$`;
    for (let size = 1; size <= 5; size += 1) {
      for (let from = 0; from + size <= padded.length; from += 1) grams.add(padded.slice(from, from + size));
    }
    grams.add(`${words[at - 1] ?? ""} ${word}`);
  }
  return [...grams];
}

const score = (grams: readonly string[], weights: ReadonlyMap<string, number>): number =>
  grams.reduce((sum, gram) => sum + (weights.get(gram) ?? 0), 0) / Math.sqrt(grams.length);

/** Logistic regression by adaptive gradient descent. */
function learn(rows: readonly Row[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let pass = 0; pass < 15; pass += 1) {
    for (const { text, grams } of rows) {
      const error = 1 / (1 + Math.exp(-score(grams, weights))) - (text.label === "informal" ? 1 : 0);
      const slope = error / Math.sqrt(grams.length);
      for (const gram of grams) {
        const square = (squares.get(gram) ?? 1e-6) + slope * slope;
        squares.set(gram, square);
        weights.set(gram, (weights.get(gram) ?? 0) - (0.3 * slope) / Math.sqrt(square));
      }
    }
  }
  return weights;
}
