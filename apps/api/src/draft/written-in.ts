import { loadIdentifier } from "@parley/shared/language";

/** Below this an identified language is as good as none. */
const LIKELY = 0.5;

/** The language a text is in, whatever anybody says it is meant in; `und` when it cannot be told. */
export async function writtenIn(body: string, among: readonly string[] | undefined): Promise<string> {
  const { identify } = await loadIdentifier();
  const { tag, confidence } = identify(body, among ? { among } : {});
  return confidence < LIKELY ? "und" : tag;
}
