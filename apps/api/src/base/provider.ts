import type { Read, Redacted } from "@parley/shared/fence";

export const providerKinds = ["openai", "deepl", "libretranslate"] as const;
/** The contract that an outside machine speaks. */
export type ProviderKind = (typeof providerKinds)[number];

export const providerTasks = ["translate", "draft", "embed"] as const;
/** What a machine may be asked for. Each contract can do some of them. */
export type ProviderTask = (typeof providerTasks)[number];

/** Why a machine gave no answer that can be used. The words for these codes are in `ui/machine.json`. */
export type ProviderFault =
  | "address"
  | "unreachable"
  | "timeout"
  | "redirected"
  | "too_large"
  | "key"
  | "busy"
  | "quota"
  | "language"
  | "rejected"
  | "server"
  | "malformed";

/** What came back from outside: an answer, or why there is none. */
export type ProviderAnswer<T> =
  | { readonly kind: "answer"; readonly value: T }
  | { readonly kind: "failed"; readonly fault: ProviderFault; readonly retryAfterSeconds?: number };

export interface TranslationAsked {
  readonly text: Redacted;
  /** BCP 47 tag; null lets the machine tell. */
  readonly from: string | null;
  readonly to: string;
  readonly register: "formal" | "informal" | "neutral";
}

/** An approved template as a machine may read it. */
export interface Material {
  readonly key: string;
  readonly text: Redacted;
}

export interface DraftAsked {
  /** What the customer wrote, oldest first. */
  readonly question: readonly Redacted[];
  readonly material: readonly Material[];
  readonly language: string;
  readonly register: "formal" | "informal" | "neutral";
  /** Most characters the channel takes; null is no limit. */
  readonly most: number | null;
}

/** A drafted reply, and the templates that the machine says it rests on. An empty text: none of them answers. */
export interface Drafted {
  readonly text: Read | null;
  readonly templates: readonly string[];
}

/** An outside machine for translation, drafting and embeddings. Texts can be handed to it redacted only. */
export interface Provider {
  readonly kind: ProviderKind;
  /** Where texts go: host and port, as the operator has configured it. */
  readonly host: string;
  readonly model: string | null;
  readonly embeddingModel: string | null;
  readonly tasks: readonly ProviderTask[];
  readonly embed: (texts: readonly Redacted[]) => Promise<ProviderAnswer<readonly (readonly number[])[]>>;
  /** Null in the answer: tokens could not be read from it. */
  readonly translate: (asked: TranslationAsked) => Promise<ProviderAnswer<Read | null>>;
  readonly draft: (asked: DraftAsked) => Promise<ProviderAnswer<Drafted>>;
}
