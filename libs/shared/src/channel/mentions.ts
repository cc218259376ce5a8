import type { Span } from "../text/index.ts";
import type { MentionSyntax } from "./channel.ts";

/** A name behind `@`, as written; `host` is where it lives, on networks of many servers. */
export interface Mention extends Span {
  readonly name: string;
  readonly host?: string;
}

/** Nothing that makes it the end of an e-mail address, of a path or of an oath stands before the sign. */
const BEFORE = "(?<![\\w!#$%&*@＠/=])";
const HOST = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?(?:\\.[a-z\\d](?:[a-z\\d-]*[a-z\\d])?)+";
const patternOf = (name: string, behind = "(?![\\w@＠À-ɏ]|://)") =>
  new RegExp(`${BEFORE}[@＠](?:${name})${behind}`, "gi");

const PATTERNS: { readonly [S in MentionSyntax]: RegExp | undefined } = {
  word: patternOf("(?<name>\\w+)"),
  dotted: patternOf("(?<name>\\w+(?:\\.\\w+)*)"),
  domain: patternOf(`(?<name>${HOST})`),
  address: patternOf(`(?<name>\\w+(?:[.-]+\\w+)*)(?:@(?<host>${HOST}))?`),
  none: undefined,
};

/** Find who is named in a text, by default as on networks of many servers, whose names may be those of all others. */
export function findMentions(text: string, syntax: MentionSyntax = "address"): Mention[] {
  const pattern = PATTERNS[syntax];
  if (!pattern || !/[@＠]/.test(text)) return [];
  return Array.from(text.matchAll(pattern), ({ 0: written, index, groups }) => ({
    start: index,
    end: index + written.length,
    name: groups?.name ?? "",
    ...(groups?.host ? { host: groups.host.toLowerCase() } : {}),
  }));
}
