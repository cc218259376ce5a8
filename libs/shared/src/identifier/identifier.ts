import type { Span } from "../text/index.ts";
import type { Words } from "./words.ts";

/** Why a stretch is taken for an identifier. The words for these codes are in `findings.json`. */
export type Why =
  | "checksum"
  | "structure"
  | "format"
  | "brand-pattern"
  | "context-word"
  | "country"
  | "language"
  | "alone"
  | "toll-free"
  | "placeholder"
  | "obfuscated"
  | "spelled-out";

/** One stretch of a text that identifies a person, an account, a device or an order. */
export interface Identifier extends Span {
  /** `card`, `iban`, `phone`, `email`, `ip`, `mac`, `address`, `order`, `wallet`, `imei`, or country and name: `pt-nif`. */
  readonly entity: string;
  /** 0 to 1. */
  readonly score: number;
  /** A checksum or a structure that nothing else has proves it. */
  readonly certain: boolean;
  /** Written so that a machine should not read it: spelled digits, "at" and "dot", invisible characters. */
  readonly obfuscated: boolean;
  readonly why: readonly Why[];
}

export interface FindOptions {
  /** Where the brand has customers: country codes. Without any, all count alike. */
  readonly countries?: readonly string[];
  /** The language of the text, if known: otherwise it is told by `words`. */
  readonly language?: string;
  /** How the brand's order and booking numbers are written: see `parseOrderPattern`. */
  readonly orderNumbers?: readonly string[];
  readonly words?: Words;
  /** Stretches that are links, as `../channel` finds them: no identifier is looked for inside. */
  readonly claimed?: readonly Span[];
}

/**
 * What a detector found, before the stretches are dealt out. Evidence is counted in powers of ten of the odds, so that
 * independent signs add up.
 */
export interface Hit extends Span {
  readonly entity: string;
  readonly evidence: number;
  readonly certain: boolean;
  readonly why: readonly Why[];
  readonly spelledOut?: boolean;
  /** Groups of digits beside it that would make it a part of something longer take it back. */
  readonly fragile?: boolean;
}
