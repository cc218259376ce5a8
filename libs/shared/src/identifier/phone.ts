import { contextOf, type Weighing, weighing } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import { kindsOf } from "./national/kinds.ts";
import { type KnownNumber, numberOf } from "./phone-number.ts";
import { balanced, isMeasured, isSomethingElse, type Shape, shapeOf } from "./phone-shape.ts";
import { isAlone, type Source, standsFree } from "./source.ts";
import { TOPIC } from "./topic.ts";

/** Digits with at most three marks between two of them, perhaps with an extension. */
const CANDIDATE =
  /(?:\+|\(\+?)?\d(?:[ .()/-]{0,3}\d){6,17}(?: ?(?:x|ext\.?|extension|#|durchwahl) ?\d{1,5}(?!\d))?/gi;
const FEWEST = 7;
const MOST = 15;
const PRIOR = -1;

/** Phone numbers: what some country of the brand knows, weighed by how it is written and the words nearby. */
export function findPhones(source: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of source.text.matchAll(CANDIDATE)) {
    const raw = balanced(match[0]);
    const start = match.index + match[0].indexOf(raw);
    const hit = isPhoneLike(source.text, raw, start) ? phoneAt(source, raw, start) : undefined;
    if (hit) hits.push(hit);
  }
  return hits;
}

const isPhoneLike = (text: string, raw: string, start: number): boolean =>
  standsFree(text, start, start + raw.length) &&
  (SPREAD.test(raw) || !isSomethingElse(raw)) &&
  !isMeasured(text, start, start + raw.length);
/** Each digit by itself, so that it should not be read as a number. */
const SPREAD = /^\+?\d(?:([ ./-])\d)(?:\1\d){5,}$/;

function phoneAt(source: Source, written: string, start: number): Hit | undefined {
  const end = start + written.length;
  const spread = SPREAD.test(written);
  const raw = spread ? written.replace(/[^\d+]/g, "") : written;
  const shape = shapeOf(raw);
  if (shape.digits.length < FEWEST || shape.digits.length > MOST) return undefined;
  const context = contextOf(source.reading.near(start, end), TOPIC.phone);
  const alone = isAlone(source, start, end);
  // Looking a number up costs more than all else: a bare run of digits needs another sign first.
  if (shape.bare && context <= 0 && !alone && !spread && !/^[+0]/.test(raw)) return undefined;
  const known = numberOf(raw, source);
  const { evidence, why } = weigh(source, { raw, shape, context, alone, known, spread });
  return {
    start,
    end,
    entity: "phone",
    evidence,
    certain: known?.valid === true && evidence >= 1,
    why: known?.tollFree === true ? [...why, "toll-free"] : why,
    fragile: context <= 0 && !shape.international,
  };
}

interface Signs {
  readonly raw: string;
  readonly shape: Shape;
  readonly context: number;
  readonly alone: boolean;
  readonly known: KnownNumber | undefined;
  readonly spread: boolean;
}

function weigh({ countries }: Source, { raw, shape, context, alone, known, spread }: Signs): Weighing {
  const dialledMobile = shape.bare && raw.startsWith("0") && known?.mobile === true;
  return weighing(PRIOR, [
    [validity(known, raw), "structure"],
    [shape.weight, "format"],
    [context, "context-word"],
    [context > 0 && shape.bare ? 0.3 : 0, ""],
    [alone ? aloneWeight(shape, known) : 0, "alone"],
    [countries.size > 0 ? 0.3 / countries.size : 0, ""],
    [known?.spoken === true ? 0.2 : 0, "language"],
    [dialledMobile ? 0.6 : 0, "format"],
    [spread ? 0.8 : 0, "obfuscated"],
    [context <= 0 && isToldForm(raw) ? -0.9 : 0, ""],
  ]);
}

/** Some national numbers are written as no phone number is. */
const isToldForm = (raw: string): boolean =>
  kindsOf(raw.replace(/\d/g, "9")).some(({ telling }) => telling === true);

/** A message that is only a number answers a question, but for which number is open. */
const aloneWeight = ({ bare }: Shape, known: KnownNumber | undefined): number =>
  known?.valid !== true ? 0.1 : bare ? 0.3 : 0.6;

function validity(known: KnownNumber | undefined, raw: string): number {
  if (!known) return -0.6;
  if (!known.valid) return 0;
  return known.trunk && !/^\(?[+0]/.test(raw) ? 0.1 : 0.9;
}
