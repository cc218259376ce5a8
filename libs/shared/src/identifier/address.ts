import { contextOf, weighing } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import type { Source } from "./source.ts";
import { TOPIC } from "./topic.ts";
import type { Step } from "./walk.ts";
import type { Street } from "./words.ts";

/** A house number, perhaps with a letter or a range. */
const HOUSE = String.raw`\d{1,5}(?:\s?[-/–]\s?\d{1,4})?(?:\s?[a-zA-Z](?![A-Za-z\u00c0-\u024f]))?`;
const HOUSE_AFTER = new RegExp(
  String.raw`^\.?,?\s{0,2}(?:(?:n[.º°o]{0,2}|nr|num|núm|no|numer|número|numero)[.:]?\s{0,2})?(${HOUSE})(?![\d.,:]*\d|\s?%)`,
  "iu",
);
const HOUSE_BEFORE = /(?<![\d.,:/-])(\d{1,5}(?:\s?(?:bis|ter|[a-zA-Z]))?(?:\s?[-/]\s?\d{1,4})?),?\s{1,2}$/u;
/** Names of streets: capitals, and small words that join them. */
const NAME = String.raw`(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|\d{1,2}(?:st|nd|rd|th|º|ª|\.)(?!\d))`;
const JOINT =
  "(?:d[aeiou]s?|del|della|delle|dei|degli|des|du|de la|la|las|los|le|les|el|y|e|et|do|di|van|von|der|den|het|ten|ter|l['’]|d['’])";
const NAME_AFTER = new RegExp(
  String.raw`^\.?\s{1,2}(?:${JOINT}\s?){0,2}${NAME}(?:\s(?:${JOINT}\s?){0,2}${NAME}){0,4}`,
  "u",
);
const NAME_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${NAME}|${JOINT})\s){0,3}${NAME}\s{1,2}$`,
  "u",
);
/** After the street: postcode and town, which make it certain. */
const TOWN =
  /^,?\s{0,2}(?:[A-Z]{1,2}-?)?(?:\d{4,5}(?:-\d{3,4})?|\d{2}-\d{3}|\d{5}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2})(?:,?\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)?/u;

/** Chinese and Japanese addresses go from the large to the small and end in a number. */
const CHINESE =
  /[\u4e00-\u9fff]{1,8}(?:省|市|区|县|镇)[\u4e00-\u9fff]{1,12}(?:路|街|道|巷|弄)\s?\d{1,5}\s?(?:号|弄)(?:[\u4e00-\u9fff]{0,6}\d{1,4}(?:号楼|栋|单元|室|楼)){0,3}/g;
const JAPANESE =
  /[\u4e00-\u9fff]{1,3}(?:都|道|府|県)[\u3041-\u9fff]{1,8}?(?:市|区|町|村)[\u3041-\u9fff]{0,12}?\d{1,4}(?:(?:丁目|番地?|号|の|-)\d{0,4}){1,4}/g;
const JAPANESE_CITY =
  /[\u3041-\u9fff]{1,6}?(?:市|区)[\u3041-\u9fff]{1,10}?\d{1,4}(?:丁目\d{1,4}(?:番地?|-)\d{0,4}号?|-\d{1,4}-\d{1,4})/g;

/** Street addresses in the languages whose pattern tells them: street word, name and number, perhaps postcode and town. */
export function findAddresses(source: Source): readonly Hit[] {
  return [...inUnspaced(source), ...inSpaced(source)];
}

function inUnspaced(source: Source): readonly Hit[] {
  if (!/[\u4e00-\u9fff]/.test(source.text)) return [];
  return [CHINESE, JAPANESE, JAPANESE_CITY].flatMap((pattern) =>
    [...source.text.matchAll(pattern)].map(({ 0: raw, index }) =>
      hitOf(source, { start: index, end: index + raw.length, weight: 1 }),
    ),
  );
}

function inSpaced(source: Source): readonly Hit[] {
  const hits: Hit[] = [];
  if (source.words.streets.length === 0) return hits;
  for (const step of source.walk())
    for (const street of source.words.streets) {
      const found = streetAt(source.text, step, street);
      if (found) hits.push(hitOf(source, withTown(source.text, found), street.language));
    }
  return hits;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

function streetAt(text: string, step: Step, { first, last, number }: Street): Found | undefined {
  const has = (words: ReadonlySet<string>): boolean => words.has(step.word) || words.has(`${step.word}.`);
  if (has(first)) return number === "before" ? numberedBefore(text, step) : numberedAfter(text, step);
  if (has(last)) return number === "before" ? englishAt(text, step) : lastAt(text, step);
  const glued = number === "after" && step.word.length > SHORTEST_GLUED && isGlued(step.word, last);
  return glued && isCapital(text, step.start) ? housed(text, step.start, step.end) : undefined;
}

/** "Gartenstr": a name and the end of a street in one word. */
const SHORTEST_GLUED = 6;
function isGlued(word: string, endings: ReadonlySet<string>): boolean {
  for (let length = 3; length < Math.min(word.length - 2, 10); length += 1)
    if (endings.has(word.slice(-length))) return true;
  return false;
}

const isCapital = (text: string, at: number): boolean => /^[\p{Lu}\p{Lo}]/u.test(text.slice(at, at + 2));
/** "Gartenstraße 12", "Atatürk Caddesi No: 5": the house stands after the end of the street. */
function housed(text: string, start: number, end: number): Found | undefined {
  const house = HOUSE_AFTER.exec(text.slice(end, end + 24));
  return house ? { start, end: end + house[0].length, weight: 0.4 } : undefined;
}

function lastAt(text: string, { start, end }: Step): Found | undefined {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0];
  return name === undefined || !isCapital(text, start) ? undefined : housed(text, start - name.length, end);
}

/** "Rua das Flores, 123". */
function numberedAfter(text: string, { start, end }: Step): Found | undefined {
  const name = NAME_AFTER.exec(text.slice(end, end + 80))?.[0];
  return name === undefined ? undefined : housed(text, start, end + name.length);
}

/** "12 rue de la Paix". */
function numberedBefore(text: string, { start, end }: Step): Found | undefined {
  const house = HOUSE_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0];
  const name = NAME_AFTER.exec(text.slice(end, end + 80))?.[0];
  return house === undefined || name === undefined
    ? undefined
    : { start: start - house.length, end: end + name.length, weight: 0.4 };
}

/** "12 Garden Road": all of it in capitals, since roads and places are also common words. */
function englishAt(text: string, { start, end }: Step): Found | undefined {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0];
  if (name === undefined || !isCapital(text, start)) return undefined;
  const house = HOUSE_BEFORE.exec(
    text.slice(Math.max(0, start - name.length - 16), start - name.length),
  )?.[0];
  return house === undefined ? undefined : { start: start - name.length - house.length, end, weight: 0.4 };
}

function withTown(text: string, found: Found): Found {
  const town = TOWN.exec(text.slice(found.end, found.end + 60))?.[0] ?? "";
  return { ...found, end: found.end + town.length, weight: found.weight + (town === "" ? 0 : 1) };
}

function hitOf({ reading }: Source, { start, end, weight }: Found, of = ""): Hit {
  const context = Math.max(0, contextOf(reading.near(start, end), TOPIC.address));
  const { evidence, why } = weighing(0, [
    [weight, "format"],
    [context, "context-word"],
    [isForeign(of, reading.language()) ? FOREIGN : 0, ""],
  ]);
  return { start, end, entity: "address", evidence, certain: false, why };
}

/** A street word of another language is more often a plain word ("via", "place") than a street. */
const isForeign = (of: string, language: string): boolean => of !== "" && language !== "" && of !== language;
const FOREIGN = -0.7;
