import type { Example, Use } from "@parley/shared/suggest";

/** What a brand's templates in one language are learnt from. */
export interface Lesson {
  /** The brand and the language. */
  readonly key: string;
  readonly examples: readonly Example[];
  readonly uses: readonly Use[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A number that stands for an example where its words must not be kept. */
export function markOf({ lang, label, text }: Example): number {
  let mark = FNV_OFFSET;
  for (const sign of `${lang}\n${label}\n${text}`)
    mark = Math.imul(mark ^ (sign.codePointAt(0) ?? 0), FNV_PRIME);
  return mark >>> 0;
}

/** The marks of all examples, whatever their order. */
export const marksOf = (examples: readonly Example[]): Uint32Array =>
  Uint32Array.from(new Set(examples.map(markOf))).sort();

/** Whether a model that learnt the one has learnt the other: nothing is new then, and nothing has gone. */
export const sameMarks = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((mark, place) => mark === other[place]);

/** The examples with those in front that a model has learnt already, and how many these are. */
export function learntFirst(
  examples: readonly Example[],
  marks: Uint32Array,
): { readonly examples: readonly Example[]; readonly learnt: number } {
  const known = new Set(marks);
  const old = examples.filter((example) => known.has(markOf(example)));
  const fresh = examples.filter((example) => !known.has(markOf(example)));
  return { examples: [...old, ...fresh], learnt: old.length };
}
