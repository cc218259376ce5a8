import { brackets, type Tokened } from "@parley/shared/fence";

/** A redacted text as the ledger keeps it: the same writing for every machine. */
export const written = (text: Tokened): string => brackets.write(text);

/** How many different tokens of each kind stand in texts. */
export function tokenFacts(texts: readonly Tokened[]): Readonly<Record<string, number>> {
  const tokens = new Set(texts.flat().filter((part) => typeof part !== "string"));
  return Object.fromEntries(
    [...Map.groupBy(tokens, ({ kind }) => kind)].map(([kind, all]) => [kind.toLowerCase(), all.length]),
  );
}
