/** The language of a customer's message as a BCP 47 tag, when it can be told. */
export async function identifyLanguage(_text: string): Promise<string | null> {
  return null;
}
