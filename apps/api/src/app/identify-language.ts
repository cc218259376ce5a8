import { loadIdentifier } from "@parley/shared/language";

/** The language of a customer's message as a BCP 47 tag, when it can be told. */
export async function identifyLanguage(text: string): Promise<string | null> {
  const { identify } = await loadIdentifier();
  const { tag, reliable } = identify(text);
  return reliable ? tag : null;
}
