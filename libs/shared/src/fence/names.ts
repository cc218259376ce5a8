import { fold, type Span } from "../text/index.ts";

/** Shorter parts of names are words of some language too: only their exact letters count. */
const LONG = 4;
const LEAST = 2;

/** Where people are named, in full or in part, in any case and spelling that folds to the same. Particles alone are no name. */
export function namesIn(text: string, names: readonly string[]): readonly Span[] {
  const parts = [...new Set(names.flatMap(partsOf))];
  if (parts.length === 0 || text === "") return [];
  const folded = fold(text);
  return parts.flatMap((part) => {
    const exact = [...part].length < LONG && hasCase(part);
    if (exact) return occurrences(text, part);
    return occurrences(flat(folded.text), flat(fold(part).text)).map(({ start, end }) =>
      folded.span(start, end),
    );
  });
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]+";

/** Names behind a title, such as `Herr` and `Sra.`, of people nobody has told about. */
export function titledIn(text: string, titles: readonly string[]): readonly Span[] {
  const written = titles.filter((title) => hasCase(title)).map((title) => escaped(title.replace(/\.$/, "")));
  if (written.length === 0) return [];
  const pattern = new RegExp(`(?<!\\p{L})(?:${written.join("|")})\\.?\\s+(${WORD}(?:\\s${WORD}){0,2})`, "gu");
  return [...text.matchAll(pattern)].map(({ 0: found, 1: name = "", index }) => ({
    start: index + found.length - name.length,
    end: index + found.length,
  }));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How far from the end of a letter its signature begins at most: a pattern that may go back must not go far. */
const LONGEST_END = 200;
/** A last line of one to three words with capitals, behind a dash or below a line that ends in a comma. */
const SIGNED = new RegExp(
  `(?:[,،、，]\\s*\\n\\s*|\\n\\s*[-–—~]\\s*)(${WORD}(?:[ .]+${WORD}){0,2})[.!]?\\s*$`,
  "u",
);

/** The name a letter is signed with, whoever it is. */
export function signatureIn(text: string): readonly Span[] {
  const from = Math.max(0, text.length - LONGEST_END);
  const found = SIGNED.exec(text.slice(from));
  const name = found?.[1];
  if (!found || !name) return [];
  const start = from + found.index + found[0].indexOf(name);
  return [{ start, end: start + name.length }];
}

/** Shorter names stand inside of ordinary words: `erik` in `America` in some spelling of it. */
const LEAST_INSIDE = 6;

/** Whether a long name is hidden inside of a word: a hashtag, letters with strokes between them. */
export function hidesName(text: string, names: readonly string[]): boolean {
  const wanted = names
    .flatMap(partsOf)
    .map(lettersOf)
    .filter((letters) => letters.length >= LEAST_INSIDE);
  if (wanted.length === 0) return false;
  const words = text.split(/\s+/u).map(lettersOf);
  return wanted.some((letters) => words.some((word) => word.includes(letters)));
}

/** A whole name, and those of its words that are names by themselves. */
function partsOf(name: string): readonly string[] {
  const whole = name.trim();
  const parts = whole.split(/[\s.,'’_-]+/u).filter((part) => [...part].length >= LEAST && isName(part));
  return [...new Set([...([...whole].length >= LEAST ? [whole] : []), ...parts])];
}

/** In scripts with capitals a name has one: `da`, `von` and `bin` only stand between names. */
const isName = (part: string): boolean => !hasCase(part) || /^\p{Lu}/u.test(part) || /\p{Nd}/u.test(part);
const hasCase = (part: string): boolean => part.toLowerCase() !== part.toUpperCase();

/** In lower case, each letter without its marks, and as long as before. */
const flat = (text: string): string =>
  text
    .replace(/[^\p{ASCII}]/gu, (sign) => {
      const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      return bare.length === sign.length ? bare : sign;
    })
    .replace(/[A-Z]/g, (sign) => sign.toLowerCase());

const lettersOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** Whole words only, except in scripts that put no space between them. */
function occurrences(text: string, part: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    if (isWhole(text, at, end)) found.push({ start: at, end });
  }
  return found;
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
function isWhole(text: string, start: number, end: number): boolean {
  if (SPACELESS.test(text.slice(start, end))) return true;
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(text.slice(end));
}
