import { type Message, messageSource, parseMessage } from "../template/index.ts";
import type { Token, Tokened, Tokens } from "./token.ts";

type Pattern = Extract<Message, { readonly type: "message" }>["pattern"];

/** A MessageFormat 2 message as texts to translate: one for each pattern, with its placeholders as tokens. */
export interface MessageTexts {
  readonly texts: readonly Tokened[];
  /** The message with other texts in its patterns. Its declarations, selectors and keys stay. */
  readonly with: (texts: readonly Tokened[]) => string;
}

/** Take a message apart; null when it cannot be read. A machine never sees message source. */
export function messageTexts(source: string, tokens: Tokens): MessageTexts | null {
  const { message } = parseMessage(source);
  if (!message) return null;
  const parts = new Map<Token, Pattern[number]>();
  const tokened = (pattern: Pattern): Tokened =>
    pattern.map((part) => {
      if (typeof part === "string") return part;
      const token = tokens.of(
        "PLACEHOLDER",
        messageSource({ type: "message", declarations: [], pattern: [part] }),
      );
      parts.set(token, part);
      return token;
    });
  const patternOf = (text: Tokened | undefined): Pattern =>
    (text ?? []).map((part) => (typeof part === "string" ? part : (parts.get(part) ?? part.text)));
  if (message.type === "message")
    return {
      texts: [tokened(message.pattern)],
      with: ([text]) => messageSource({ ...message, pattern: patternOf(text) }),
    };
  return {
    texts: message.variants.map(({ value }) => tokened(value)),
    with: (texts) =>
      messageSource({
        ...message,
        variants: message.variants.map((variant, index) => ({ ...variant, value: patternOf(texts[index]) })),
      }),
  };
}
