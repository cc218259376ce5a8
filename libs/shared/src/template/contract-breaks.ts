import { finding, type TemplateFinding } from "./check/finding.ts";
import { namesAndFunctions } from "./check/variables.ts";
import { parseMessage } from "./message.ts";
import type { Block, Template } from "./template.ts";
import type { Variable } from "./variable.ts";

/** What a text has to fit: its template's variables, and those of the shared blocks it may bring in, by their key. */
export interface Contract extends Pick<Template, "variables"> {
  readonly blocks: ReadonlyMap<string, readonly Variable[]>;
}

/**
 * Where a text does not fit what its template may hold: names that are no variables, functions that do not fit the type,
 * shared blocks that speak of what the template does not have. Such a text would print holes.
 */
export function contractBreaks(
  texts: readonly Block[],
  { variables, blocks }: Contract,
): readonly TemplateFinding[] {
  const names = new Set(variables.map(({ name }) => name));
  return texts.flatMap((block, index) => {
    if (block.kind === "shared")
      return (blocks.get(block.block) ?? [])
        .filter(({ name }) => !names.has(name))
        .map(({ name }) => finding({ code: "unknown-variable", args: { name }, start: 0, end: 0 }, index));
    const { model } = parseMessage(block.text);
    if (!model) return [];
    return namesAndFunctions(model, variables)
      .filter(({ code }) => code === "unknown-variable" || code === "function-type")
      .map((hit) => finding(hit, index));
  });
}
