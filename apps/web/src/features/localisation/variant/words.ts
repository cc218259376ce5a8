import type { Block } from "@parley/shared/template";

/** A part of a text as the server sends it. */
export interface SentBlock {
  readonly text: string | null;
  readonly use: string | null;
}

/** A part of a text on screen. `key` stays while the part moves or changes. */
export interface DraftBlock {
  readonly key: string;
  readonly block: Block;
}

/** All that a localiser writes. */
export interface VariantWords {
  readonly title: string;
  readonly keywords: readonly string[];
  /** What customers write when this is the right answer. */
  readonly samples: readonly string[];
  readonly blocks: readonly DraftBlock[];
}

interface Sent {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
  readonly blocks: readonly SentBlock[];
}

export const blockOf = ({ text, use }: SentBlock): Block =>
  use === null ? { kind: "own", text: text ?? "" } : { kind: "shared", block: use };

export const blocksOf = (blocks: readonly SentBlock[]): readonly Block[] => blocks.map(blockOf);

/** As the server takes it. */
export const sentBlock = (block: Block): { readonly text?: string; readonly use?: string } =>
  block.kind === "own" ? { text: block.text } : { use: block.block };

let keys = 0;
/** A part with a key of its own. */
export function draftBlock(block: Block): DraftBlock {
  keys += 1;
  return { key: `block-${keys}`, block };
}

/** A revision's words, to be changed. */
export const wordsOf = ({ title, keywords, samples, blocks }: Sent): VariantWords => ({
  title,
  keywords,
  samples,
  blocks: blocks.map((block) => draftBlock(blockOf(block))),
});

/** What a text begins with when nobody has written it: the source's shared parts, and room for each other one. */
export const emptyWords = (source: { readonly blocks: readonly SentBlock[] } | null): VariantWords => ({
  title: "",
  keywords: [],
  samples: [],
  blocks: (source ? blocksOf(source.blocks) : [{ kind: "own", text: "" } as const]).map((block) =>
    draftBlock(block.kind === "own" ? { kind: "own", text: "" } : block),
  ),
});

/** Whether two texts say the same, wherever their parts came from. */
export function sameWords(a: VariantWords, b: VariantWords): boolean {
  const plain = ({ blocks, ...rest }: VariantWords) =>
    JSON.stringify([rest, blocks.map(({ block }) => block)]);
  return plain(a) === plain(b);
}

/** The text of each part, for eyes: a shared part by its name. */
export const readable = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => (block.kind === "own" ? block.text : `{${block.block}}`));

/** Lines that were typed as a list, without the empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Words that were typed with commas between them, as any script writes commas. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(/[,،、，;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
