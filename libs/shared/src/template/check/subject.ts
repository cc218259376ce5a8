import type { Parsed } from "../message.ts";
import { parseMessage } from "../message.ts";
import { resolveVariant } from "../resolve.ts";
import type { TemplateLanguage } from "../starter.ts";
import type { ChannelClass, Template, VariantKey, VariantText } from "../template.ts";

/** One block of a variant with its text; shared ones are looked up. */
export interface BlockText {
  readonly index: number;
  /** Key of the shared block it comes from; null when the text is the variant's own. */
  readonly shared: string | null;
  readonly parsed: Parsed;
}

/** A variant ready to be checked. */
export interface Subject {
  readonly key: VariantKey;
  readonly blocks: readonly BlockText[];
  /** Shared blocks that the language does not have, by index. */
  readonly lost: readonly { readonly index: number; readonly block: string }[];
}

/** What a variant is checked as: itself, the variant it was made from, and their template. */
export interface Checked {
  readonly variant: VariantText;
  /** The source language's variant; null when this is the source. */
  readonly source: VariantText | null;
  readonly template: Template;
  /** Channel classes that the same language and register has other variants for. */
  readonly siblings?: readonly ChannelClass[];
}

/** Parse a variant's blocks, with the shared ones in the register and channel class they have in its language. */
export function subjectOf(variant: VariantText, language: Pick<TemplateLanguage, "blocks">): Subject {
  const { locale, register, channelClass } = variant;
  const key = { locale, register, channelClass };
  const blocks: BlockText[] = [];
  const lost: { index: number; block: string }[] = [];
  variant.blocks.forEach((block, index) => {
    if (block.kind === "own") blocks.push({ index, shared: null, parsed: parseMessage(block.text) });
    else {
      const text = sharedText(block.block, key, language);
      if (text === null) lost.push({ index, block: block.block });
      else blocks.push({ index, shared: block.block, parsed: parseMessage(text) });
    }
  });
  return { key, blocks, lost };
}

/** A shared block's text for a variant; null when the language has none. */
export function sharedText(
  block: string,
  key: VariantKey,
  { blocks }: Pick<TemplateLanguage, "blocks">,
): string | null {
  const texts = blocks.filter((text) => text.block === block);
  return resolveVariant(texts, { ...key, otherLocales: [] })?.variant.text ?? null;
}
