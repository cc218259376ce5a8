export { type Ground, isRefused, type Ungrounded, ungrounded } from "./grounding.ts";
export { type MessageTexts, messageTexts } from "./message-text.ts";
export { type Redaction, redact } from "./redact.ts";
export { everyTokenOf, type Restored, restore, type TokenFault, type TokenRule } from "./restore.ts";
export type { KnownHere } from "./stretch.ts";
export {
  createTokens,
  plainOf,
  type Redacted,
  type Token,
  type Tokened,
  type TokenKind,
  type Tokens,
  tokenCounts,
} from "./token.ts";
export { brackets, markup, type Read, type Wire } from "./wire.ts";
