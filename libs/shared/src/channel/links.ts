import type { Span } from "../text/index.ts";
import { hostParts } from "./domains.ts";
import { type FoundLink, scanLinks } from "./scan-links.ts";

/** A link as it stands in a text. */
export interface Link extends Span {
  /** As written. */
  readonly url: string;
  /** In lower case and NFKC; a name in Punycode stays so. */
  readonly host: string;
  /** What the owner registered; the host itself where nothing is registered, as with a numeric address. */
  readonly domain: string;
  readonly scheme?: "http" | "https";
  /** A name or password stands before the host, as in a link that shows one host and leads to another. */
  readonly hasName: boolean;
  /** Perhaps no link but a missing space, as in `done.So`, or a public suffix alone. */
  readonly doubtful: boolean;
}

/** Find the links of a text, with and without scheme, in all scripts. E-mail addresses are none. */
export function findLinks(text: string): Link[] {
  return scanLinks(text, "reader").map((found) => linkOf(text, found));
}

function linkOf(text: string, found: FoundLink): Link {
  const written = text.slice(found.host.start, found.host.end);
  const host = written.normalize("NFKC").toLowerCase();
  const domain = /^[\d.]+$/.test(host) ? undefined : hostParts(host).domain;
  const lead = text.slice(found.start, found.host.start).toLowerCase();
  return {
    start: found.start,
    end: found.end,
    url: text.slice(found.start, found.end),
    host,
    domain: domain ?? host,
    ...(found.scheme ? { scheme: lead.startsWith("https") ? "https" : "http" } : {}),
    hasName: lead.endsWith("@"),
    doubtful: !found.scheme && found.end === found.host.end && (domain === undefined || isRunOn(written)),
  };
}

/** A sentence that ends in a small letter and one that begins with a capital, with nothing between but the stop. */
const isRunOn = (host: string): boolean => /\p{Ll}\.\p{Lu}\p{Ll}*$/u.test(host);
