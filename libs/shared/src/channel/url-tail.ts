import { isAccentedLatin, isAlphanumeric } from "./host-letters.ts";

const PATH_SIGNS = new Set("!*';:=+,.$/%#[]-–_~@|&");
const PATH_END_SIGNS = new Set("+-=_#/");
const QUERY_SIGNS = new Set("!?*'@();:&=+$/%#[]-_.,~|");
const QUERY_END_SIGNS = new Set("-_&=#/");

/** Where port, path and query behind a host end. Sentence punctuation and unmatched brackets stay outside. */
export function pastTail(text: string, hostEnd: number): number {
  return pastQuery(text, pastPath(text, pastPort(text, hostEnd)));
}

/** Where the port behind a host ends; the host's end when there is none. */
export function pastPort(text: string, index: number): number {
  if (text[index] !== ":") return index;
  let end = index + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end > index + 1 ? end : index;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Where a path that begins at `index` with a slash ends; `index` when there is none. */
export function pastPath(text: string, index: number): number {
  if (text[index] !== "/") return index;
  let end = index + 1;
  for (let at = end; at < text.length; ) {
    const past = text[at] === "(" ? pastParentheses(text, at) : at;
    if (past === at && !isPathCharacter(text, at)) break;
    at = Math.max(past, at + 1);
    if (past === at || mayEndPath(text, at - 1)) end = at;
  }
  return end;
}

const mayEndPath = (text: string, index: number): boolean =>
  isPathLetter(text.charCodeAt(index)) || PATH_END_SIGNS.has(text[index] ?? "");

const isPathLetter = (code: number): boolean =>
  isAlphanumeric(code) || isAccentedLatin(code) || (code >= 0x400 && code < 0x500);

const isPathCharacter = (text: string, index: number): boolean =>
  isPathLetter(text.charCodeAt(index)) || PATH_SIGNS.has(text[index] ?? "");

/** Past a balanced pair of parentheses that holds something, with at most one pair inside; `index` when it is none. */
function pastParentheses(text: string, index: number): number {
  const inner = pastPathCharacters(text, index + 1);
  if (text[inner] === ")") return inner > index + 1 ? inner + 1 : index;
  if (text[inner] !== "(") return index;
  const deepest = pastPathCharacters(text, inner + 1);
  if (text[deepest] !== ")" || deepest === inner + 1) return index;
  const end = pastPathCharacters(text, deepest + 1);
  return text[end] === ")" ? end + 1 : index;
}

/** As long as a pair of parentheses in a path is looked for: keeps a text full of them linear. */
const LONGEST_PARENTHESES = 200;

function pastPathCharacters(text: string, index: number): number {
  const most = Math.min(text.length, index + LONGEST_PARENTHESES);
  let end = index;
  while (end < most && isPathCharacter(text, end)) end += 1;
  return end;
}

/** Where a query that begins at `index` ends; `index` when there is none. */
export function pastQuery(text: string, index: number): number {
  if (text[index] !== "?") return index;
  let end = index;
  for (let at = index + 1; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    const letter = isAlphanumeric(text.charCodeAt(at));
    if (!letter && !QUERY_SIGNS.has(sign)) break;
    if (letter || QUERY_END_SIGNS.has(sign)) end = at + 1;
  }
  return end;
}
