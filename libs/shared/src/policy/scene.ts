import type { Channel } from "../channel/index.ts";
import type { Words } from "../identifier/index.ts";
import type { Identifier } from "../language/index.ts";
import type { RegisterVerdict } from "../register/index.ts";
import type { BrandProfile } from "./brand.ts";
import type { ReplyContext } from "./context.ts";
import type { Matcher } from "./lexicon.ts";

/** What finders may ask besides the text: fixed for as long as a draft's context is. */
export interface Scene {
  readonly context: ReplyContext;
  /** Whose lexicons are used: the draft's language, or the expected one while it cannot be told. */
  readonly language: string;
  readonly brand: BrandProfile;
  /** What is known of the channel; undefined for one nobody knows. */
  readonly channel: Channel | undefined;
  readonly matcher: Matcher;
  /** Words of all languages that say what a number is. */
  readonly words: Words;
  /** Texts that fixes write, in the draft's language. */
  readonly texts: Readonly<Record<string, string>>;
  /** Tells languages; undefined until its model is loaded. */
  readonly identifier: Identifier | undefined;
  /** How a text in the draft's language addresses its reader. */
  readonly registerOf: (text: string) => RegisterVerdict;
}
