import { cstKey } from "messageformat/cst";
import { findLinks } from "../../channel/index.ts";
import { overlaps, type Span } from "../../text/index.ts";
import type { Message, Parsed } from "../message.ts";
import type { BlockText, Subject } from "./subject.ts";

/** Stands in a literal text where a placeholder is: a sign no rule about words or spaces takes for either. */
export const PLACEHOLDER = "\ufffc";

/** What a reader sees of one pattern, with the way back to the source. */
export interface Literal {
  readonly block: number;
  /** Index of the pattern in its message. */
  readonly pattern: number;
  /** Literal keys of the pattern, such as `one`. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly place: (span: Span) => Span;
}

/** The literal texts of a variant's own blocks, one for each pattern. */
export const literalsOf = ({ blocks }: Subject): readonly Literal[] =>
  blocks.filter(({ shared }) => shared === null).flatMap(literalsOfBlock);

/** A link as a template writes it. */
export interface WrittenLink extends Span {
  readonly url: string;
  readonly host: string;
}

/** The links written out in a literal text: what a reader's program makes a link, and all that begins as one. */
export function linksOfLiteral({ text }: Literal): readonly WrittenLink[] {
  const schemed = [...text.matchAll(/https?:\/\/([^\s/?#\ufffc]+)[^\s\ufffc]*/giu)].map(
    ({ 0: found, 1: host = "", index }) => {
      const url = found.replace(/[.,;:!?)\]}»”"']+$/u, "");
      return { url, host: host.toLowerCase(), start: index, end: index + url.length };
    },
  );
  const bare = findLinks(text).filter(
    (link) => !link.doubtful && !schemed.some((other) => overlaps(link, other)),
  );
  return [...schemed, ...bare].sort((a, b) => a.start - b.start);
}

/** The literal texts of one block. */
function literalsOfBlock({ index, parsed }: Pick<BlockText, "index" | "parsed">): readonly Literal[] {
  if (!parsed.message) return [];
  return patternNodes(parsed.message).map(({ keys, body }, pattern) => {
    const offsets: number[] = [];
    const texts = body.map((node) => {
      const text = node.type === "text" ? node.value : PLACEHOLDER;
      offsets.push(...sourceOffsets(node, text, parsed));
      return text;
    });
    const end = body.at(-1)?.end ?? 0;
    const place = (span: Span): Span => {
      const start = offsets[span.start] ?? end;
      // A stretch ends where its last character ends, not where the next one begins.
      const last = offsets[span.end - 1];
      return { start, end: span.end > span.start && last !== undefined ? last + 1 : start };
    };
    return { block: index, pattern, keys, text: texts.join(""), place };
  });
}

interface TextNode extends Span {
  readonly type: string;
  readonly value: string;
}

function patternNodes(message: Message): readonly { keys: readonly string[]; body: readonly TextNode[] }[] {
  const cst = message[cstKey];
  const nodes = (body: readonly (Span & { type: string; value?: string })[]) =>
    body.map(({ type, start, end, value = "" }) => ({ type, start, end, value }));
  if (!cst) return [];
  if (cst.type !== "select") return [{ keys: [], body: nodes(cst.pattern.body) }];
  return cst.variants.map(({ keys, value }) => ({
    keys: keys.map((key) => (key.type === "literal" ? key.value : "*")),
    body: nodes(value.body),
  }));
}

/** Where each code unit of a text stands in the source: an escape takes two places there. */
function sourceOffsets({ start, type }: TextNode, text: string, { source }: Parsed): readonly number[] {
  if (type !== "text") return [start];
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    if (source[at] === "\\") at += 1;
    offsets.push(at);
    at += 1;
  }
  return offsets;
}
