import { existsSync } from "node:fs";
import { join } from "node:path";
import { findIdentifiers, type IdentifierLexicon, mask, mergeWords } from "@parley/shared/identifier";
import { LOCALES, localeTags, readLocale } from "../base/locales.ts";
import type { BrandSettings } from "./brand.entity.ts";

/** A stretch of a shown text that stands for personal data. */
export interface Hidden {
  readonly start: number;
  readonly end: number;
  /** What is hidden, such as `iban`. */
  readonly entity: string;
}

/** A text as it may be shown to everybody who works on it. */
export interface Shown {
  readonly text: string;
  readonly hidden: readonly Hidden[];
}

const LEXICON = "lexicons/identifier.json";

/** The words near numbers, of all languages. */
export const identifierWords = mergeWords(
  Object.fromEntries(
    localeTags()
      .filter((tag) => existsSync(join(LOCALES, tag, LEXICON)))
      .map((tag) => [tag, readLocale<IdentifierLexicon>(tag, LEXICON)]),
  ),
);

/** Replace what identifies a person by its mask, in the way the brand's countries and order numbers say. */
export function hidePersonalData(text: string, { countries, profile }: BrandSettings): Shown {
  let shown = "";
  let at = 0;
  const hidden: Hidden[] = [];
  for (const identifier of findIdentifiers(text, {
    countries,
    orderNumbers: profile.orderNumbers,
    words: identifierWords,
  })) {
    const masked = mask(text, identifier);
    shown += text.slice(at, masked.start);
    hidden.push({ start: shown.length, end: shown.length + masked.text.length, entity: identifier.entity });
    shown += masked.text;
    at = masked.end;
  }
  return { text: shown + text.slice(at), hidden };
}
