import type { Span } from "../text/index.ts";
import { type Dialect, hostEnd } from "./host-end.ts";
import { HOST, hostKindAt, isAccentedLatin, isAlphanumeric } from "./host-letters.ts";
import { pastPath, pastPort, pastQuery, pastTail } from "./url-tail.ts";

/** Where a link and the host in it stand. */
export interface FoundLink extends Span {
  readonly host: Span;
  /** What stands before the host is a scheme, and perhaps a name or password. */
  readonly scheme: boolean;
}

/** Find links from left to right. Only what stands around a dot is looked at, each character once. */
export function scanLinks(text: string, dialect: Dialect): FoundLink[] {
  const found: FoundLink[] = [];
  let from = 0;
  let floor = 0;
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", Math.max(from, dot + 1))) {
    if (dot === from || !isInside(text, dot)) continue;
    const run = runAround(text, dot, from);
    for (const link of linksOfRun({ text, dialect, floor }, run)) {
      found.push(link);
      floor = link.end;
      from = link.end;
    }
    from = Math.max(from, run.end);
  }
  return found;
}

/** What the scan of one run needs to know; nothing before `floor` is free. */
interface Reading {
  readonly text: string;
  readonly dialect: Dialect;
  readonly floor: number;
}

/** A full stop ends most sentences: it is passed over here. */
const isInside = (text: string, dot: number): boolean => {
  const next = text.charCodeAt(dot + 1);
  if (next <= 0x20 || Number.isNaN(next)) return false;
  return next < 0x80 ? isAlphanumeric(next) : hostKindAt(text, dot + 1) !== HOST.none;
};

/** The longest stretch around `dot` of characters that hosts are made of. */
function runAround(text: string, dot: number, floor: number): Span {
  let start = dot;
  while (start > floor && isHostBefore(text, start, floor)) start -= isLow(text, start - 1) ? 2 : 1;
  let end = dot + 1;
  while (hostKindAt(text, end) !== HOST.none) end += isHigh(text, end) ? 2 : 1;
  return { start: Math.max(start, floor), end: Math.min(end, text.length) };
}

const isLow = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;
const isHigh = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800;

function isHostBefore(text: string, index: number, floor: number): boolean {
  const at = isLow(text, index - 1) && index - 2 >= floor ? index - 2 : index - 1;
  return hostKindAt(text, at) !== HOST.none;
}

function linksOfRun(reading: Reading, run: Span): FoundLink[] {
  const start = schemeStart(reading, run.start);
  const first = start < run.start ? linkWithScheme(reading, run, start) : undefined;
  const links = first ? [first] : [];
  let from = first ? first.end : run.start;
  while (from < run.end) {
    const part = nextPart(reading, { start: from, end: run.end, isFirst: from === run.start });
    const link = bareLink(reading, part, run);
    if (link) links.push(link);
    from = Math.max(part.end, link?.end ?? 0);
  }
  return links;
}

const SCHEME = /https?:\/\/$/i;
const SCHEME_WITH_NAME = /https?:\/\/[^\s/?#@]*@$/i;
const LONGEST_NAME = 256;

/** Where the scheme before a host begins; `hostStart` when there is none. */
function schemeStart({ text, dialect, floor }: Reading, hostStart: number): number {
  const before = text[hostStart - 1];
  if (before !== "/" && (before !== "@" || dialect === "x")) return hostStart;
  const length = before === "/" ? 8 : LONGEST_NAME;
  const lead = text.slice(Math.max(floor, hostStart - length), hostStart);
  const match = (before === "/" ? SCHEME : SCHEME_WITH_NAME).exec(lead);
  if (!match) return hostStart;
  const start = hostStart - match[0].length;
  return start > 0 && NEVER_BEFORE.test(text[start - 1] ?? "") ? hostStart : start;
}

const NEVER_BEFORE = /[A-Za-z\d@＠$#＃\ufeff\uffff\ufffe]/;
const NEVER_BEFORE_BARE = /[-_./A-Za-z\d@＠$#＃\ufeff\uffff\ufffe]/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function linkWithScheme({ text, dialect }: Reading, run: Span, start: number): FoundLink | undefined {
  const numeric = dialect === "reader" && ADDRESS.test(text.slice(run.start, run.end));
  const host = { start: run.start, end: numeric ? run.end : schemedHostEnd(text, run, dialect) };
  if (host.end <= host.start) return undefined;
  if (text.slice(host.start, host.end).toLowerCase() === "t.co") {
    return shortenedByX(text, host, start);
  }
  return { start, end: pastTail(text, host.end), host, scheme: true };
}

/** Behind a scheme even a host that a word is glued to is one, as X has it. */
function schemedHostEnd(text: string, run: Span, dialect: Dialect): number {
  const end = hostEnd(text, run, dialect);
  return end > run.start ? end : hostEnd(text, run, "x");
}

/** X's own shortener takes letters and digits as its path and nothing else; a longer one than it makes is no link. */
function shortenedByX(text: string, host: Span, start: number): FoundLink | undefined {
  if (text[host.end] !== "/" || !isAlphanumeric(text.charCodeAt(host.end + 1))) {
    return { start, end: pastTail(text, host.end), host, scheme: true };
  }
  let end = host.end + 1;
  while (isAlphanumeric(text.charCodeAt(end))) end += 1;
  return end - host.end > 41 ? undefined : { start, end: pastQuery(text, end), host, scheme: true };
}

/** A stretch of a run that a host without a scheme could stand in. */
interface Part extends Span {
  /** Nothing in ASCII stands before it in its run. */
  readonly isFirst: boolean;
}

function nextPart({ text, dialect }: Reading, rest: Part): Part {
  let { start } = rest;
  while (start < rest.end && !isBare(text, start, dialect)) start += 1;
  let end = start;
  while (end < rest.end && isBare(text, end, dialect)) end += isHigh(text, end) ? 2 : 1;
  return { start, end: Math.min(end, rest.end), isFirst: rest.isFirst };
}

function isBare(text: string, index: number, dialect: Dialect): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return hostKindAt(text, index) !== HOST.none;
  return dialect === "x" ? isAccentedLatin(code) : hostKindAt(text, index) === HOST.letter;
}

function bareLink(reading: Reading, part: Part, run: Span): FoundLink | undefined {
  if (part.start === part.end) return undefined;
  if (reading.dialect === "x") return bareLinkOfX(reading, part, run);
  const { text } = reading;
  const isEmail = part.end === run.end && text[part.end] === "@";
  if (isEmail || NEVER_BEFORE_BARE.test(text[part.start - 1] ?? "")) return undefined;
  const host = { start: part.start, end: hostEnd(text, part, "reader") };
  return host.end > host.start ? { ...host, end: pastTail(text, host.end), host, scheme: false } : undefined;
}

/** X takes the Latin part of a host in another script by itself, and leaves out a port or query without a path. */
function bareLinkOfX(reading: Reading, part: Part, run: Span): FoundLink | undefined {
  const { text } = reading;
  const start = startForX(reading, part, run);
  if (start < 0) return undefined;
  const end = hostEnd(text, { start, end: foreignEnd(text, part, run) }, "x");
  const host = { start: start + text.slice(start, end).lastIndexOf("_") + 1, end };
  if (end <= host.start) return undefined;
  const port = pastPort(text, end);
  const path = pastPath(text, port);
  return { ...host, end: path > port ? pastQuery(text, path) : end, host, scheme: false };
}

/** Where X lets a bare host begin: behind a character that may stand before one; -1 for nowhere. */
function startForX(reading: Reading, { start, isFirst }: Part, run: Span): number {
  const { text } = reading;
  const afterDot = start > run.start && text[start] === "." ? start + 1 : start;
  if (!isFirst) return afterDot;
  const spent = spentBefore(reading, run.start);
  return spent < 0 ? -1 : Math.max(afterDot, run.start + spent);
}

/**
 * How many characters of a run X takes for the one before the host: the first, unless it is ASCII, at the text's start,
 * behind another link and behind a sign of X's own. -1 where no host may begin.
 */
function spentBefore({ text, floor }: Reading, start: number): number {
  const before = text[start - 1] ?? "";
  if (start > 0 && start !== floor && !NEVER_BEFORE.test(before)) return /[-_./]/.test(before) ? -1 : 0;
  if (text.charCodeAt(start) < 0x80) return start === 0 ? 0 : -1;
  return start === 0 && text[1] === "." ? 0 : 1;
}

/** A part that ends in a dot goes on with a top-level domain in another script. */
function foreignEnd(text: string, part: Span, run: Span): number {
  let { end } = part;
  if (text[end - 1] === ".") while (end < run.end && text.charCodeAt(end) >= 0x80) end += 1;
  return end;
}
