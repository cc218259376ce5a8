import type { Span } from "../text/index.ts";
import { isAllowed } from "./allowed.ts";
import { hostParts } from "./domains.ts";
import type { Link } from "./links.ts";
import { HOME_COUNTRIES, isCountry, languagesOf, languagesOfSuffix } from "./site-locales.ts";

/** The part of a link that says which language its page is in. */
export interface PageLocale extends Span {
  readonly place: "query" | "path" | "subdomain" | "suffix";
  /** What it may stand for, as language tags. */
  readonly languages: readonly string[];
}

/** A page in another language than the draft. */
export interface OtherLocale extends PageLocale {
  /** What would stand there for the draft's language; whether such a page exists is for a person to see. */
  readonly instead?: string;
}

/** What the draft's language and the brand's domains are. */
export interface Site {
  readonly language: string;
  readonly own: readonly string[];
}

/** Where a link to the brand's own site names another language than the draft's; undefined when it does not. */
export function otherLocale(link: Link, { language, own }: Site): OtherLocale | undefined {
  if (!isAllowed(link, own)) return undefined;
  const found = pageLocale(link);
  if (!found || found.languages.some((tag) => isSame(tag, language))) return undefined;
  if (found.place !== "suffix") {
    const instead = replacement(link.url.slice(found.start - link.start, found.end - link.start), language);
    return { ...found, ...(instead === undefined ? {} : { instead }) };
  }
  const sibling = own.find((domain) => isSibling(link.domain, domain, language));
  return sibling === undefined ? undefined : { ...found, instead: hostParts(sibling).suffix };
}

/** The language of a link's page as its query, path, subdomain or country-code domain says, the nearest first. */
export function pageLocale(link: Link): PageLocale | undefined {
  const host = hostOf(link);
  const behind = link.url.slice(host.end);
  const tail = { text: behind, start: link.start + host.end };
  return (
    inQuery(tail) ??
    inPath(tail) ??
    inSubdomain(link, link.start + host.start) ??
    inSuffix(link, link.start + host.end)
  );
}

function hostOf({ url }: Link): Span {
  const start = /^(?:https?:\/\/(?:[^/?#@]*@)?)?/i.exec(url)?.[0].length ?? 0;
  const length = url.slice(start).search(/[/:?#]/);
  return { start, end: length < 0 ? url.length : start + length };
}

/** A piece of an address and where it stands. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

const QUERY = /[?&](?:lang|language|locale|hl|lng|lc)=(?<word>[a-z]{2}(?:[-_][a-z]{2,4})?)(?=[&#]|$)/i;
const PATH = /^(?::\d+)?\/(?<word>[a-z]{2}(?:[-_][a-z]{2,4})?)(?:\/(?<next>[a-z]{2}))?(?=[/?#]|$)/i;

function inQuery({ text, start }: Piece): PageLocale | undefined {
  const match = QUERY.exec(text);
  const word = match?.groups?.word;
  return match && word
    ? located("query", { text: word, start: start + match.index + match[0].length - word.length })
    : undefined;
}

/** `/de/`, `/de-at/`, and `/at/de/`, whose second word is the language. */
function inPath({ text, start }: Piece): PageLocale | undefined {
  const match = PATH.exec(text);
  const { word = "", next = "" } = match?.groups ?? {};
  if (!match || word === "") return undefined;
  const at = start + text.indexOf("/") + 1;
  const second =
    isCountry(word) || languagesOf(word).length > 1
      ? located("path", { text: next, start: at + word.length + 1 })
      : undefined;
  return second ?? located("path", { text: word, start: at });
}

function inSubdomain({ host, domain }: Link, start: number): PageLocale | undefined {
  const [first = ""] = host.slice(0, -domain.length).split(".");
  return located("subdomain", { text: first, start });
}

function inSuffix({ domain }: Link, hostEnd: number): PageLocale | undefined {
  const { suffix } = hostParts(domain);
  const languages = languagesOfSuffix(suffix);
  return languages.length > 0
    ? { place: "suffix", languages, start: hostEnd - suffix.length, end: hostEnd }
    : undefined;
}

function located(place: PageLocale["place"], { text, start }: Piece): PageLocale | undefined {
  const languages = languagesIn(text);
  return languages.length > 0 ? { place, languages, start, end: start + text.length } : undefined;
}

/** `de`, `de-AT`, `at-de`: of two codes the language counts, with its place where that makes another language. */
function languagesIn(word: string): readonly string[] {
  const [first = "", second = ""] = word.split(/[-_]/);
  if (second === "") return languagesOf(first);
  const language = isCountry(first) ? second : first;
  const place = isCountry(first) ? first : second;
  if (languagesOf(language).length === 0) return [];
  const near = languagesOfSuffix(place.toLowerCase()).filter(
    (tag) => primary(tag) === language.toLowerCase(),
  );
  return near.length > 0 ? near : [written(language, place)];
}

/** `zh-Hant` is `zh-TW` here: the scripts go with the places. */
const written = (language: string, place: string): string =>
  ({ hans: "zh-CN", hant: "zh-TW" })[place.toLowerCase()] ?? language.toLowerCase();

const primary = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

/** Languages that two places write too differently to share a page. */
const DIVIDED = new Set(["pt", "zh"]);

function isSame(found: string, language: string): boolean {
  if (primary(found) !== primary(language)) return false;
  const [a, b] = [placeOf(found), placeOf(language)];
  return !DIVIDED.has(primary(found)) || a === "" || b === "" || a === b;
}

function placeOf(tag: string): string {
  const place = tag.split("-")[1]?.toLowerCase() ?? "";
  return { hans: "cn", hant: "tw", sg: "cn", hk: "tw", mo: "tw" }[place] ?? place;
}

const isSibling = (domain: string, other: string, language: string): boolean =>
  hostParts(other).name === hostParts(domain).name &&
  languagesOfSuffix(hostParts(other).suffix).some((tag) => isSame(tag, language));

/** The same kind of code for the draft's language, in the same spelling. */
function replacement(code: string, language: string): string | undefined {
  const separator = /[-_]/.exec(code)?.[0];
  const home = HOME_COUNTRIES[language] ?? HOME_COUNTRIES[primary(language)];
  const [, place = home] = language.split("-");
  if (separator === undefined) return isCountry(code) ? home : primary(language);
  if (place === undefined) return undefined;
  const isUpper = /[A-Z]/.test(code.split(/[-_]/)[1] ?? "");
  return `${primary(language)}${separator}${isUpper ? place.toUpperCase() : place.toLowerCase()}`;
}
