import { loadIdentifier } from "@parley/shared/language";

/** Tells the language of a customer's message as a BCP 47 tag; null when it cannot be told. */
export type LanguageOf = (text: string) => string | null;

/** The identifier, loaded at its first use and kept. */
export async function identifier(): Promise<LanguageOf> {
  const { identify } = await loadIdentifier();
  return (text) => {
    const { tag, reliable } = identify(text);
    return reliable ? tag : null;
  };
}

/** The language of one message. */
export async function identifyLanguage(text: string): Promise<string | null> {
  return (await identifier())(text);
}
