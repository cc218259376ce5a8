import { type Block, type Message, parseMessage } from "../template/index.ts";
import { type Forms, formsFor, formsOf, nearestForm } from "./forms.ts";
import type { Exchangeable, ExchangeFile, ExchangeUnit } from "./unit.ts";

/** Take variants apart into what translators work on. */
export const flatten = (
  sourceLocale: string,
  targetLocale: string,
  variants: readonly Exchangeable[],
): ExchangeFile => ({
  sourceLocale,
  targetLocale,
  units: variants.flatMap((variant) => unitsOf(variant, targetLocale)),
});

/** The units of one variant. Shared blocks are not among them: they are translated once, where they are kept. */
export function unitsOf(variant: Exchangeable, locale: string): readonly ExchangeUnit[] {
  const { source, target, template, register, channelClass } = variant;
  const theirs = ownMessages(source.blocks);
  const blocks = target && !target.absent ? target.blocks : source.blocks;
  let own = -1;
  return blocks.flatMap((block, index) => {
    if (block.kind === "shared") return [];
    own += 1;
    const original = theirs[own] ?? null;
    const { head, forms } = target ? targetForms(block) : original ? formsFor(original, locale) : NOTHING;
    return forms.map(
      ({ keys, text }): ExchangeUnit => ({
        id: [template.key, register, channelClass, index, keys.join(",")].join("/"),
        template: template.key,
        register,
        channelClass,
        block: index,
        head,
        keys,
        source: original ? nearestForm(original, keys) : "",
        target: target ? text : null,
        state: target ? variant.state : "initial",
        revision: variant.revision,
        limit: variant.limit,
        note: variant.note,
      }),
    );
  });
}

const NOTHING: Forms = { head: "", forms: [] };

function targetForms(block: Extract<Block, { kind: "own" }>): Forms {
  const { message } = parseMessage(block.text);
  return message ? formsOf(message) : NOTHING;
}

const ownMessages = (blocks: readonly Block[]): readonly (Message | null)[] =>
  blocks.flatMap((block) => (block.kind === "own" ? [parseMessage(block.text).message] : []));
