import { contextOf, PRIOR, weighing } from "./evidence.ts";
import type { Stretch } from "./form.ts";
import type { Hit } from "./identifier.ts";
import { type Source, standsFree } from "./source.ts";
import { TOPIC } from "./topic.ts";

/** Longest pattern that is accepted, most of one sign in it, and fewest signs in all. */
const LONGEST = 60;
const MOST = 40;
const FEWEST_SIGNS = 4;
const PART = /([9AX])(?:\{(\d{1,2})(?:,(\d{1,2}))?\})?|\\(.)|([^\\{}])/gy;
const CLASSES: Readonly<Record<string, string>> = { "9": "\\d", A: "[A-Za-z]", X: "[A-Za-z0-9]" };

/**
 * How a brand writes its order numbers: `9` is a digit, `A` a letter, `X` either, `9{6,8}` six to eight digits, `\A` the
 * letter itself, anything else itself. Undefined if the pattern has a fault or would fit almost any word.
 */
export function parseOrderPattern(pattern: string): RegExp | undefined {
  const parts = [...pattern.matchAll(PART)].map(partOf);
  const read = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  const signs = parts.reduce((sum, part) => sum + (part?.signs ?? 0), 0);
  if (read !== pattern.length || pattern.length > LONGEST || signs < FEWEST_SIGNS) return undefined;
  return new RegExp(
    `(?<![A-Za-z0-9])${parts.map((part) => part?.source ?? "").join("")}(?![A-Za-z0-9])`,
    "gi",
  );
}

interface PatternPart {
  readonly length: number;
  readonly source: string;
  /** Digits and letters that it needs. */
  readonly signs: number;
}

function partOf({
  0: part,
  1: sign,
  2: least,
  3: most,
  4: escaped,
  5: literal,
}: RegExpMatchArray): PatternPart | undefined {
  if (sign === undefined) return { length: part.length, source: quoted(escaped ?? literal ?? ""), signs: 0 };
  const low = Number(least ?? 1);
  const high = Number(most ?? low);
  const good = low <= high && high <= MOST;
  return good
    ? { length: part.length, source: `${CLASSES[sign] ?? ""}{${low},${high}}`, signs: low }
    : undefined;
}

const quoted = (character: string): string => character.replace(/[^A-Za-z0-9]/g, "\\$&");

const compiled = new Map<string, RegExp | null>();
const MOST_KEPT = 200;

function patternOf(pattern: string): RegExp | undefined {
  let known = compiled.get(pattern);
  if (known === undefined) {
    if (compiled.size >= MOST_KEPT) compiled.clear();
    known = parseOrderPattern(pattern) ?? null;
    compiled.set(pattern, known);
  }
  return known ?? undefined;
}

/** The brand's order and booking numbers, and what follows the word for one. */
export function findOrders(source: Source, stretches: readonly Stretch[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const pattern of source.orderNumbers)
    for (const { 0: number, index } of source.text.matchAll(patternOf(pattern) ?? NOTHING))
      hits.push({
        start: index,
        end: index + number.length,
        entity: "order",
        evidence: 2,
        certain: true,
        why: ["brand-pattern"],
      });
  for (const stretch of stretches) {
    const hit = ORDER_LIKE.test(stretch.form) ? named(source, stretch) : undefined;
    if (hit) hits.push(hit);
  }
  return hits;
}
const NOTHING = /(?!)/g;

/** Runs of letters and digits, perhaps with dashes. */
const ORDER_LIKE = /^[9A-]{6,24}$/;
/** A mask, or an example. */
const ZEROS = /^[0X-]+$/i;
const DATE_LIKE = /^9{1,4}-9{1,2}-9{1,4}$/;
/** Digits that a number needs, without and with letters. */
const FEWEST = 5;
const FEWEST_MIXED = 2;

function named(source: Source, { start, end, form }: Stretch): Hit | undefined {
  const digits = form.split("9").length - 1;
  const enough = digits >= (form.includes("A") ? FEWEST_MIXED : FEWEST);
  const free =
    standsFree(source.text, start, end) ||
    (source.text[start - 1] === "#" && standsFree(source.text, start + 1, end));
  if (
    !enough ||
    !free ||
    DATE_LIKE.test(form) ||
    ZEROS.test(source.text.slice(start, end)) ||
    isWordy(source.text.slice(start, end))
  )
    return undefined;
  const context = contextOf(source.reading.near(start, end), TOPIC.order);
  if (context < 1) return undefined;
  const { evidence, why } = weighing(PRIOR, [
    [context, "context-word"],
    [form.includes("A") || digits > 6 ? 0.3 : 0, "format"],
  ]);
  return { start, end, entity: "order", evidence, certain: false, why, fragile: true };
}

/** Words with a number tied on ("covid-19", "iPhone14"): codes are capitals. */
const isWordy = (raw: string): boolean => /[a-z]{2}/.test(raw) && !/^[a-z]{2,3}-?\d/.test(raw);
