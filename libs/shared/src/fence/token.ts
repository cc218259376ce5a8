/** What a token stands for. The model that reads it may know the kind, never the words. */
export const TOKEN_KINDS = [
  "NAME",
  "HANDLE",
  "EMAIL",
  "PHONE",
  "ORDER",
  "LINK",
  "NUMBER",
  "IDENTIFIER",
  "HOLE",
  "PLACEHOLDER",
  "SIGN",
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

const spelled = (change: (kind: string) => string): string => TOKEN_KINDS.map(change).join("|");

/** What could be taken for a token: in an answer one that was changed, in a customer's words one that would be read as ours. */
export const LIKE_A_TOKEN = new RegExp(
  [
    "\\[\\[|\\]\\]",
    `\\b(?:${spelled((kind) => kind)})[ _-]?\\d+\\b`,
    `\\b(?:${spelled((kind) => kind.toLowerCase())}|${spelled((kind) => kind.charAt(0) + kind.slice(1).toLowerCase())})_\\d+\\b`,
  ].join("|"),
  "gu",
);

/** A typed token: it stands in the place of words that must not leave, or must not change. */
export interface Token {
  /** Kind and number, such as `EMAIL_1`. */
  readonly id: string;
  readonly kind: TokenKind;
  /** What it stands for. */
  readonly text: string;
}

/** A text as words and the tokens between them. */
export type Tokened = readonly (string | Token)[];

declare const provenClean: unique symbol;
/** A text in which nothing is left to hide. Only `redact` makes one, and nothing else may be handed to a provider. */
export type Redacted = Tokened & { readonly [provenClean]: true };

/** The tokens of one request: the same words are the same token in all of its texts. */
export interface Tokens {
  readonly of: (kind: TokenKind, text: string) => Token;
  readonly all: () => readonly Token[];
}

export function createTokens(): Tokens {
  const known = new Map<string, Token>();
  const counts = new Map<TokenKind, number>();
  return {
    of: (kind, text) => {
      const name = `${kind} ${text}`;
      const before = known.get(name);
      if (before) return before;
      const n = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, n);
      const token = { id: `${kind}_${n}`, kind, text };
      known.set(name, token);
      return token;
    },
    all: () => [...known.values()],
  };
}

/** How often each token stands in a text, by id. */
export function tokenCounts(
  text: readonly (string | { readonly id: string })[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of text) if (typeof part !== "string") counts.set(part.id, (counts.get(part.id) ?? 0) + 1);
  return counts;
}

/** The words of a text with its tokens as what they stand for. */
export const plainOf = (text: Tokened): string =>
  text.map((part) => (typeof part === "string" ? part : part.text)).join("");
