import type { Variable } from "./variable.ts";

/** How a language addresses its reader; languages without the distinction have `neutral` only. */
export type Register = "formal" | "informal" | "neutral";

/** Kinds of channel a text is written for. `short` are public posts of at most 280 to 300 signs (X, Bluesky). */
export type ChannelClass = "any" | "public" | "private" | "short";

/** The life of a revision. Only a live one is offered to agents. */
export type RevisionState = "draft" | "in-review" | "approved" | "live" | "retired" | "rejected";

/** Who wrote a revision; text of a machine needs a person to read it before it is live. */
export type RevisionOrigin = "human" | "mt" | "llm" | "import" | "starter";

/** The part of a template that is the same in every language. */
export interface Template {
  readonly key: string;
  /** What the reply is for, such as `order.delay`: the label a suggestion learns. */
  readonly intent: string;
  /** Where the template may be used; `any` stands for everywhere. */
  readonly channelClasses: readonly ChannelClass[];
  readonly sourceLocale: string;
  readonly variables: readonly Variable[];
}

/** What tells the variants of one template apart. */
export interface VariantKey {
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
}

/** A part of a variant: its own message, or one that many templates share. */
export type Block =
  | { readonly kind: "own"; readonly text: string }
  | { readonly kind: "shared"; readonly block: string };

/** What a variant says: its blocks in order, or nothing on purpose. */
export interface VariantText extends VariantKey {
  readonly template: string;
  readonly blocks: readonly Block[];
  /** Left out on purpose, which is not the same as missing. */
  readonly absent: boolean;
}

/** A variant's text as it was at one time. Revisions never change. */
export interface Revision {
  readonly variant: VariantKey & { readonly template: string };
  readonly number: number;
  readonly state: RevisionState;
  readonly origin: RevisionOrigin;
  readonly blocks: readonly Block[];
  /** The revision of the source variant it was made from; null in the source itself. */
  readonly sourceRevision: number | null;
  /** ISO 8601 instants between which it may be used; null is without end. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const CHANNEL_CLASSES: readonly ChannelClass[] = ["any", "public", "private", "short"];
export const REGISTERS: readonly Register[] = ["formal", "informal", "neutral"];
export const REVISION_STATES: readonly RevisionState[] = [
  "draft",
  "in-review",
  "approved",
  "live",
  "retired",
  "rejected",
];

/** What stands between two blocks: a blank line, or as little as the script allows where signs are few. */
export function separator({ locale, channelClass }: VariantKey): string {
  if (channelClass !== "short") return "\n\n";
  return /^(ja|zh)\b/.test(locale) ? "" : " ";
}

/** `delay/de/formal/any`: one name for a variant in lists and messages. */
export const variantName = (key: VariantKey & { readonly template: string }): string =>
  [key.template, key.locale, key.register, key.channelClass].join("/");
