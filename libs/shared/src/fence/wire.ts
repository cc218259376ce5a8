import { LIKE_A_TOKEN, type Tokened } from "./token.ts";

/** What came back: words, and the ids of tokens as they were read, known or not. */
export type Read = readonly (string | { readonly id: string })[];

/** How tokens are written for one sort of provider, and read from its answer. */
export interface Wire {
  readonly write: (text: Tokened) => string;
  /** Null when something stands there that may be a token and cannot be read as one. */
  readonly read: (answer: string) => Read | null;
}

/** For models that read text: `[[EMAIL_1]]`. */
export const brackets: Wire = {
  write: (text) => text.map((part) => (typeof part === "string" ? part : `[[${part.id}]]`)).join(""),
  read: (answer) => whole(split(answer, /\[\[([A-Z]+_\d+)\]\]/g)),
};

/** For translators that read markup: `<ph id="EMAIL_1"/>` in escaped text. */
export const markup: Wire = {
  write: (text) =>
    text.map((part) => (typeof part === "string" ? shielded(part) : `<ph id="${part.id}"/>`)).join(""),
  read: (answer) => {
    const parts = split(answer, /<ph id=["']([A-Z]+_\d+)["']\s*(?:\/>|>\s*<\/ph>)/g);
    if (parts.some((part) => typeof part === "string" && /[<>]/.test(part))) return null;
    return whole(parts.map((part) => (typeof part === "string" ? readable(part) : part)));
  },
};

function split(answer: string, pattern: RegExp): Read {
  const parts: (string | { readonly id: string })[] = [];
  let at = 0;
  for (const { 0: found, 1: id = "", index } of answer.matchAll(pattern)) {
    if (index > at) parts.push(answer.slice(at, index));
    parts.push({ id });
    at = index + found.length;
  }
  return at < answer.length ? [...parts, answer.slice(at)] : parts;
}

const whole = (parts: Read): Read | null =>
  parts.some((part) => typeof part === "string" && part.search(LIKE_A_TOKEN) >= 0) ? null : parts;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const shielded = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const readable = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, (all: string, name: string) =>
    name.startsWith("#") ? signOf(name.slice(1)) : (NAMED[name.toLowerCase()] ?? all),
  );

function signOf(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
