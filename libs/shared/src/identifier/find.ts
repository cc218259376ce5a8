import { type Folded, fold, type Span } from "../text/index.ts";
import { findAddresses } from "./address.ts";
import { findCards } from "./card.ts";
import { claim } from "./claim.ts";
import { findEmails } from "./email.ts";
import { scoreOf } from "./evidence.ts";
import { type Stretch, stretchesOf } from "./form.ts";
import { findIbans } from "./iban.ts";
import type { FindOptions, Hit, Identifier } from "./identifier.ts";
import { keptApart } from "./link.ts";
import { findNational } from "./national/find.ts";
import { findNetwork } from "./network.ts";
import { findOrders } from "./order.ts";
import { findPhones } from "./phone.ts";
import { readingOf } from "./reading.ts";
import { chunksOf } from "./scan.ts";
import type { Source } from "./source.ts";
import { findSpelledEmails } from "./spelled-email.ts";
import { type SpelledNumber, spelledNumbers } from "./spelled-number.ts";
import { type Step, walkOf } from "./walk.ts";
import { findWallets } from "./wallet.ts";
import { NO_WORDS } from "./words.ts";

/** Find what identifies people, accounts, devices and orders in a text. Offsets count in the text as it was given. */
export function findIdentifiers(text: string, options: FindOptions = {}): readonly Identifier[] {
  const folded = fold(text);
  const source = sourceOf(folded.text, options);
  const hits = [...inSigns(source), ...inDigits(source), ...inWords(source)];
  if (hits.length === 0) return [];
  return claim([...hits, ...keptApart(folded, options.claimed)], source).map((hit) =>
    identifierOf(hit, folded, text),
  );
}

/** What has letters and marks, and need not have a digit. */
const inSigns = (source: Source): readonly Hit[] => [...findEmails(source), ...findNetwork(source)];

function inDigits(source: Source): readonly Hit[] {
  if (source.chunks.length === 0) return [];
  const stretches = source.chunks.flatMap(stretchesOf);
  return [
    ...findIbans(source),
    ...numbersIn(source, stretches),
    ...findOrders(source, stretches),
    ...findWallets(source),
    ...findAddresses(source),
  ];
}

const numbersIn = (source: Source, stretches: readonly Stretch[]): readonly Hit[] => [
  ...findCards(source, stretches),
  ...findNational(source, stretches),
  ...findPhones(source),
];

/** What is written out so that only a person should read it. */
const inWords = (source: Source): readonly Hit[] => [
  ...findSpelledEmails(source),
  ...spelledNumbers(source).map((number) => spelledHit(source, number)),
];

/** A spelled number is what its digits would be in that place; seven digits that are nothing else may be a phone number. */
function spelledHit(source: Source, { start, end, digits }: SpelledNumber): Hit {
  const near = source.reading.near(start, end);
  const chunks = chunksOf(digits);
  const alone = {
    ...source,
    text: digits,
    chunks,
    whole: NOWHERE,
    reading: { ...source.reading, near: () => near },
  };
  const [best] = [...numbersIn(alone, chunks.flatMap(stretchesOf))]
    .filter((hit) => hit.end - hit.start === digits.length)
    .sort((a, b) => b.evidence - a.evidence);
  const entity = best?.certain ? best.entity : "phone";
  return {
    start,
    end,
    entity,
    evidence: Math.max(best?.evidence ?? 0, SPELLED),
    certain: false,
    why: ["spelled-out"],
    spelledOut: true,
  };
}
/** That someone spells a number says that it is one to hide. */
const SPELLED = 0.3;
const NOWHERE: Span = { start: -1, end: Number.MAX_SAFE_INTEGER };

function sourceOf(text: string, options: FindOptions): Source {
  const { countries = [], language, words = NO_WORDS, orderNumbers = [] } = options;
  let steps: readonly Step[] | undefined;
  return {
    text,
    words,
    orderNumbers,
    chunks: chunksOf(text),
    reading: readingOf(text, words, language),
    countries: new Set(countries),
    countriesKey: countries.join(),
    whole: wholeOf(text),
    walk: () => {
      steps ??= walkOf(text, words);
      return steps;
    },
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
  const obfuscated =
    hit.spelledOut === true ||
    isDisguised(text, { start, end }) ||
    isSpread(folded.text.slice(hit.start, hit.end));
  return { start, end, entity, certain, obfuscated, score: scoreOf(evidence), why };
}

/** Each digit by itself: "4 1 1 1 ...". */
const isSpread = (raw: string): boolean => /^\d(?:[ ./-]\d){6,}$/.test(raw);
/** Invisible characters, keycaps, circled and mathematical digits. */
const DISGUISE = /\p{Default_Ignorable_Code_Point}|\u20e3|[\u2460-\u24ff\u2776-\u2793\u{1d7ce}-\u{1d7ff}]/u;
const isDisguised = (text: string, { start, end }: Span): boolean => DISGUISE.test(text.slice(start, end));
