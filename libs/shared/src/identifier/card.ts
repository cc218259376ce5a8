import creditCardType from "credit-card-type";
import { luhn, monotone } from "./checksum.ts";
import { contextOf, PRIOR, weighing } from "./evidence.ts";
import { type Stretch, written } from "./form.ts";
import type { Hit } from "./identifier.ts";
import { isAlone, type Source, standsFree } from "./source.ts";
import { TOPIC } from "./topic.ts";

/** How card numbers are printed. */
const PRINTED = new Set(
  [
    "9999 9999 9999 9999",
    "9999 999999 99999",
    "9999 999999 9999",
    "9999 9999 9999 9999 999",
    "9999 9999 9999 999",
    "999999 9999999999",
    "99999999 99999999",
  ].flatMap((layout) => written(layout).filter((form) => !/^9+$/.test(form))),
);
const BARE = /^9{12,19}$/;

/** Payment cards: Luhn's sum, the brand's first digits and lengths, the way it is printed, and words nearby. */
export function findCards(source: Source, stretches: readonly Stretch[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const stretch of stretches) {
    const printed = PRINTED.has(stretch.form);
    const hit = printed || BARE.test(stretch.form) ? cardOf(source, stretch, printed) : undefined;
    if (hit) hits.push(hit);
  }
  return hits;
}

function cardOf(source: Source, { start, end }: Stretch, printed: boolean): Hit | undefined {
  const digits = source.text.slice(start, end).replace(/\D/g, "");
  if (!standsFree(source.text, start, end) || monotone(digits) || !luhn(digits)) return undefined;
  const brand = brandWeight(digits);
  const context = contextOf(source.reading.near(start, end), TOPIC.card);
  const { evidence, why } = weighing(PRIOR, [
    [1, "checksum"],
    [brand, "brand-pattern"],
    [printed ? 1 : 0, "format"],
    [context, "context-word"],
    [brand > 0 && isAlone(source, start, end) ? 0.3 : 0, "alone"],
  ]);
  return { start, end, entity: "card", evidence, certain: brand > 0 && evidence >= 0.9, why, fragile: true };
}

/** Cards of one brand that begin with a number from `first` to `last`, both of `places` digits. */
interface Range {
  readonly type: string;
  readonly places: number;
  readonly first: number;
  readonly last: number;
  readonly lengths: readonly number[];
}

// The package's own look-up copies its tables on each call.
const RANGES: readonly Range[] = Object.values(creditCardType.types).flatMap((type) => {
  const { patterns, lengths } = creditCardType.getTypeInfo(type);
  return patterns.map((pattern) => {
    const [first = 0, last = first] = Array.isArray(pattern) ? pattern : [pattern];
    return { type, places: String(first).length, first, last, lengths };
  });
});

/** A length that the brand really prints says more than one it may only use. */
function brandWeight(digits: string): number {
  const starts = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((places) => Number(digits.slice(0, places)));
  const types = RANGES.filter(({ places, first, last, lengths }) => {
    const start = starts[places] ?? 0;
    return start >= first && start <= last && lengths.includes(digits.length);
  });
  if (digits.length === 16) return types.length > 0 ? 0.7 : 0;
  const usual = digits.length === 19 ? types.some(({ type }) => type === "unionpay") : digits.length === 15;
  return usual && types.length > 0 ? 0.7 : -0.4;
}
