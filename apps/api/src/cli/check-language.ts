import { guessLanguage } from "@parley/shared/identifier";
import { baseOf, type Identifier, loadIdentifier, varietyOf } from "@parley/shared/language";
import type { Policy } from "@parley/shared/policy";
import { sentences } from "@parley/shared/text";

/** The language of a line's text, and what tells languages where that is needed. */
export interface Told {
  readonly tag: string;
  readonly confidence: number;
  readonly identifier: Identifier | null;
}

/** Below this the language is not used to choose words by. */
const LIKELY = 0.5;

/**
 * Tell a text's language when `asked` is `auto`; otherwise it should be in `asked`. The model takes longer to load than
 * all rules together: it is left alone while small words show that every sentence is in the language asked for.
 */
export async function tellLanguage(text: string, asked: string, policy: Policy): Promise<Told> {
  if (asked !== "auto") {
    const identifier = isPlainly(text, asked, policy) ? null : await loadIdentifier();
    return { tag: asked, confidence: 1, identifier };
  }
  const identifier = await loadIdentifier();
  return { ...identifier.identify(text), identifier };
}

/** The tag whose words are used: an unlikely one is as good as none. */
export const usedTag = ({ tag, confidence }: Told): string => (confidence < LIKELY ? "und" : tag);

/** Countries and scripts of one language are not told by small words. */
function isPlainly(text: string, asked: string, { words }: Policy): boolean {
  if (varietyOf(asked) !== undefined) return false;
  const guesses = sentences(text).map(({ start, end }) => guessLanguage(text.slice(start, end), words));
  const fits = guesses.every(({ language }) => language === "" || language === baseOf(asked));
  return fits && guesses.some(({ sure }) => sure);
}
