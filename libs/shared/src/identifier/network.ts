import { contextOf, weighing } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import { isAlone, type Source, standsFree } from "./source.ts";
import { TOPIC } from "./topic.ts";

const V4 = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g;
/** Groups of hexadecimal digits and colons, perhaps with an address of four bytes at the end. */
const V6 = /[0-9A-Fa-f:]{2,39}:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]{2,39}/g;
const MAC = /[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}/g;
/** Three groups of four with dots, as some routers print it. */
const DOTTED_MAC_TAIL = /\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}/g;
const HEX = /^[0-9A-Fa-f.:-]+$/;

/** Addresses of machines: IP version 4 and 6, and MAC. */
export function findNetwork(source: Source): readonly Hit[] {
  const { text } = source;
  const colons = hasAtLeast(text, ":", 5);
  return [
    ...(hasAtLeast(text, ".", 3) ? matched(source, V4, v4At) : []),
    ...(colons || text.includes("::") ? matched(source, V6, v6At) : []),
    ...(colons || hasAtLeast(text, "-", 5) ? matched(source, MAC, macAt) : []),
    ...(hasAtLeast(text, ".", 2) ? matched(source, DOTTED_MAC_TAIL, dottedMacAt) : []),
  ];
}

type At = (source: Source, start: number, address: string) => Hit | undefined;

const matched = (source: Source, pattern: RegExp, at: At): readonly Hit[] =>
  [...source.text.matchAll(pattern)].flatMap(({ 0: address, index }) => at(source, index, address) ?? []);

/** Most texts have too few marks for an address, and counting is quicker than matching. */
function hasAtLeast(text: string, mark: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found < count; found += 1) {
    at = text.indexOf(mark, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const isByte = (part: string): boolean => Number(part) < 256 && (part.length === 1 || !part.startsWith("0"));

function v4At(source: Source, start: number, address: string): Hit | undefined {
  const end = start + address.length;
  const free = standsFree(source.text, start, end) || source.text[end] === "@";
  if (!free || isPartOf(source.text, start, end) || !address.split(".").every(isByte)) return undefined;
  const near = source.reading.near(start, end);
  const { evidence, why } = weighing(0.6, [
    [contextOf(near, TOPIC.network) > 0 ? 1.2 : 0, "context-word"],
    [near.before & TOPIC.version ? -1.2 : 0, ""],
    [isAlone(source, start, end) ? 0.4 : 0, "alone"],
  ]);
  return { start, end, entity: "ip", evidence, certain: evidence >= 1, why: ["structure", ...why] };
}

/** A fifth number tied by a dot makes it a version or a section. */
const isPartOf = (text: string, start: number, end: number): boolean =>
  /[\d.]/.test(text[start - 1] ?? "") ||
  /^\.\d/.test(text.slice(end, end + 2)) ||
  /[vV]\.?$/.test(text.slice(Math.max(0, start - 2), start));

function v6At(source: Source, from: number, matched: string): Hit | undefined {
  const lead = matched.length - matched.replace(/^:(?!:)/, "").length;
  const address = matched.slice(lead).replace(/(?<!:):$/, "");
  const start = from + lead;
  const end = start + address.length;
  if (!isV6(address) || !standsFree(source.text, start, end)) return undefined;
  const bare = address.replaceAll(":", "").length < 2 && !source.text.slice(end).startsWith("/");
  const context =
    contextOf(source.reading.near(start, end), TOPIC.network) > 0 || isAlone(source, start, end);
  if ((bare || !/\d/.test(address)) && !context && !/^::\d/.test(address)) return undefined;
  return { start, end, entity: "ip", evidence: 2, certain: true, why: ["structure"] };
}

function isV6(address: string): boolean {
  const v4 = /(?<=:)\d+\.\d+\.\d+\.\d+$/.exec(address)?.[0];
  if (v4 !== undefined && !v4.split(".").every(isByte)) return false;
  const groups = address.slice(0, address.length - (v4?.length ?? 0)).replace(/(?<=[^:]):$/, "");
  const halves = groups.split("::");
  if (halves.length > 2) return false;
  const parts = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const count = parts.length + (v4 === undefined ? 0 : 2);
  const good = parts.every((part) => part.length > 0 && part.length <= 4);
  return good && (halves.length === 2 ? count < 8 : count === 8);
}

/** Looking for the first dot is quicker than trying four signs at each place. */
const dottedMacAt: At = (source, dot, tail) =>
  macAt(source, dot - 4, source.text.slice(dot - 4, dot + tail.length));

function macAt(source: Source, start: number, address: string): Hit | undefined {
  const end = start + address.length;
  const around = `${source.text[start - 1] ?? " "}${source.text[end] ?? " "}`;
  if (start < 0 || !HEX.test(address) || !standsFree(source.text, start, end) || /[:-]/.test(around))
    return undefined;
  return { start, end, entity: "mac", evidence: 2, certain: true, why: ["structure"] };
}
