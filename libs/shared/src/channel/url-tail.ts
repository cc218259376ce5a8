import { isAccentedLatin } from "./host-letters.ts";

/** What an ASCII character may be in an address, as bits. */
const IN = { path: 1, pathEnd: 2, query: 4, queryEnd: 8 };
const ROLES = new Uint8Array(128);
for (const [signs, role] of [
  ["!*';:=+,.$/%#[]-_~@|&", IN.path],
  ["+-=_#/", IN.pathEnd],
  ["!?*'@();:&=+$/%#[]-_.,~|", IN.query],
  ["-_&=#/", IN.queryEnd],
  ["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 15],
] as const) {
  for (const sign of signs) ROLES[sign.charCodeAt(0)] = (ROLES[sign.charCodeAt(0)] ?? 0) | role;
}
const hasRole = (code: number, role: number): boolean => ((ROLES[code] ?? 0) & role) !== 0;
const PATH_DASH = 0x2013;

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

const mayEndPath = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code < 0x80 ? hasRole(code, IN.pathEnd) : isForeignPathLetter(code);
};

/** Accented Latin and Cyrillic letters stand in paths as they are; those of other scripts end a link. */
const isForeignPathLetter = (code: number): boolean =>
  isAccentedLatin(code) || (code >= 0x400 && code < 0x500);

const isPathCharacter = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code < 0x80 ? hasRole(code, IN.path) : isForeignPathLetter(code) || code === PATH_DASH;
};

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
  for (let at = index + 1; hasRole(text.charCodeAt(at), IN.query); at += 1) {
    if (hasRole(text.charCodeAt(at), IN.queryEnd)) end = at + 1;
  }
  return end;
}
