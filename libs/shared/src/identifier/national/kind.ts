/** One kind of number that an authority issues to a person or a company. */
export interface NationalKind {
  /** Country code and name: `pt-nif`; a name alone for what has no country. */
  readonly entity: string;
  /** The ways it is written: `9` is a digit, `A` a letter, `X` either, anything else itself. */
  readonly forms: readonly string[];
  /** Topics (bits of `TOPIC`) that words around it have when it is meant. */
  readonly topics: number;
  /**
   * How rare it is that a random string of the form passes, in powers of ten: 2 for one in a hundred; 0 when it is
   * not valid. Gets the number in capitals without separators.
   */
  readonly weigh: (compact: string) => number;
  /** Only counts with a word near it, or alone: the check says too little. */
  readonly shy?: boolean;
  /** Small letters only count alone: in a sentence they are words. */
  readonly capitals?: boolean;
  /** The written form with separators is its own and no other number's. */
  readonly telling?: boolean;
}

/** The country of an entity; empty if it has none. */
export const countryOf = (entity: string): string =>
  entity[2] === "-" ? entity.slice(0, 2).toUpperCase() : "";
