import { findLinks } from "../channel/index.ts";
import { type Message, parseMessage, patternsOf, variablesOf } from "./message.ts";
import type { Block } from "./template.ts";

/**
 * How far a source has moved since a variant was made from it. `contract` means variables, links, numbers, plural forms
 * or shared blocks: such a variant says something else than its source.
 */
export type Staleness = "current" | "cosmetic" | "wording" | "contract";

/** What changed between two revisions of a source, most grave first. */
export function staleness(before: readonly Block[], after: readonly Block[]): Staleness {
  if (JSON.stringify(before) === JSON.stringify(after)) return "current";
  if (contractOf(before) !== contractOf(after)) return "contract";
  return wordsOf(before) === wordsOf(after) ? "cosmetic" : "wording";
}

/** Everything a translation has to keep, in a form that can be compared. */
function contractOf(blocks: readonly Block[]): string {
  const own = messagesOf(blocks);
  const texts = own.flatMap((message) => (typeof message === "string" ? [message] : literalTexts(message)));
  const messages = own.filter((message) => typeof message !== "string");
  return JSON.stringify({
    shared: blocks.flatMap((block) => (block.kind === "shared" ? [block.block] : [])),
    variables: sorted(messages.flatMap((message) => [...variablesOf(message)])),
    functions: sorted(messages.flatMap(functionsOf)),
    links: sorted(texts.flatMap((text) => findLinks(text).map(({ url }) => url))),
    numbers: sorted(texts.flatMap((text) => text.match(/\p{Nd}+/gu) ?? [])),
    axes: messages.flatMap((message) => (message.type === "select" ? [axesOf(message)] : [])),
  });
}

const wordsOf = (blocks: readonly Block[]): string =>
  messagesOf(blocks)
    .flatMap((message) => (typeof message === "string" ? [message] : literalTexts(message)))
    .map(
      (text) =>
        text
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu)
          ?.join(" ") ?? "",
    )
    .join("\n");

/** The messages of a source; the bare text of one that cannot be read. */
const messagesOf = (blocks: readonly Block[]): readonly (Message | string)[] =>
  blocks.flatMap((block) => (block.kind === "own" ? [parseMessage(block.text).message ?? block.text] : []));

const literalTexts = (message: Message): readonly string[] =>
  patternsOf(message).map(({ pattern }) =>
    pattern.map((part) => (typeof part === "string" ? part : "\ufffc")).join(""),
  );

function functionsOf(message: Message): readonly string[] {
  const parts = [
    ...message.declarations.map(({ value }) => value),
    ...patternsOf(message).flatMap(({ pattern }) => pattern.filter((part) => typeof part !== "string")),
  ];
  return parts.flatMap((part) =>
    part.type === "expression" && part.functionRef
      ? [`${part.arg?.type === "variable" ? part.arg.name : ""}:${part.functionRef.name}`]
      : [],
  );
}

const axesOf = (message: Extract<Message, { type: "select" }>) => ({
  selectors: message.selectors.map(({ name }) => name),
  keys: message.variants.map(({ keys }) => keys.map((key) => (key.type === "*" ? "*" : key.value)).join(" ")),
});

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
