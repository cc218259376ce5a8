import { type Folded, fold, type Span } from "../text/index.ts";
import { findCards } from "./card.ts";
import { claim } from "./claim.ts";
import { findEmails } from "./email.ts";
import { scoreOf } from "./evidence.ts";
import { stretchesOf } from "./form.ts";
import { findIbans } from "./iban.ts";
import type { FindOptions, Hit, Identifier } from "./identifier.ts";
import { keptApart } from "./link.ts";
import { findNational } from "./national/find.ts";
import { findNetwork } from "./network.ts";
import { findPhones } from "./phone.ts";
import { readingOf } from "./reading.ts";
import { chunksOf } from "./scan.ts";
import type { Source } from "./source.ts";
import { NO_WORDS } from "./words.ts";

/** Find what identifies people, accounts, devices and orders in a text. Offsets count in the text as it was given. */
export function findIdentifiers(text: string, options: FindOptions = {}): readonly Identifier[] {
  const folded = fold(text);
  const source = sourceOf(folded.text, options);
  const hits = hitsIn(source);
  if (hits.length === 0) return [];
  return claim([...hits, ...keptApart(folded, options.claimed)], source).map((hit) =>
    identifierOf(hit, folded, text),
  );
}

function hitsIn(source: Source): readonly Hit[] {
  const emails = findEmails(source);
  if (source.chunks.length === 0) return emails;
  const stretches = source.chunks.flatMap(stretchesOf);
  return [
    ...emails,
    ...findNetwork(source, stretches),
    ...findIbans(source),
    ...findCards(source, stretches),
    ...findNational(source, stretches),
    ...findPhones(source),
  ];
}

function sourceOf(text: string, { countries = [], language, words = NO_WORDS }: FindOptions): Source {
  return {
    text,
    chunks: chunksOf(text),
    reading: readingOf(text, words, language),
    countries: new Set(countries),
    countriesKey: countries.join(),
    whole: wholeOf(text),
  };
}

const EDGE = /[\s.,;:!?'"()[\]<>*-]/;
function wholeOf(text: string): Span {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text[start] ?? "")) start += 1;
  while (end > start && EDGE.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}

function identifierOf(hit: Hit, folded: Folded, text: string): Identifier {
  const { start, end } = folded.span(hit.start, hit.end);
  const { entity, certain, evidence, why } = hit;
  const obfuscated = hit.spelledOut === true || isDisguised(text, { start, end });
  return { start, end, entity, certain, obfuscated, score: scoreOf(evidence), why };
}

/** Invisible characters, keycaps, circled and mathematical digits. */
const DISGUISE = /\p{Default_Ignorable_Code_Point}|\u20e3|[\u2460-\u24ff\u2776-\u2793\u{1d7ce}-\u{1d7ff}]/u;
const isDisguised = (text: string, { start, end }: Span): boolean => DISGUISE.test(text.slice(start, end));
