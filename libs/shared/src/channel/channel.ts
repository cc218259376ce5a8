import type { LengthUnit } from "./count.ts";

/** Every platform Parley knows, `sandbox` being its own network for trying things out. */
export const CHANNEL_IDS = [
  "x",
  "bluesky",
  "mastodon",
  "instagram",
  "facebook",
  "messenger",
  "whatsapp",
  "telegram",
  "sandbox",
] as const;

export type ChannelId = (typeof CHANNEL_IDS)[number];

/** Whether anyone can read what is written there. */
export type Visibility = "public" | "private";

/**
 * How sure a figure is: `run` against a real server, read in the platform's `documented` words, `second-hand`, from
 * `memory` and to be checked, or Parley's `own` to decide.
 */
export type Basis = "run" | "documented" | "second-hand" | "memory" | "own";

/** A value with where it comes from; `source` is a host and path, or a package. */
export interface Figure<T> {
  readonly value: T;
  readonly basis: Basis;
  readonly source?: string;
}

/** A text may count no more than `most` in this unit. */
export interface Limit extends Omit<Figure<number>, "value"> {
  readonly unit: LengthUnit;
  readonly most: number;
}

/** `limited`: by time, number or interface. */
export type Possible = "yes" | "no" | "limited" | "unknown";

/** How names are written behind `@`: letters, digits and underscores; with dots too; as domains; as `name@host`. */
export type MentionSyntax = "word" | "dotted" | "domain" | "address" | "none";

/** What a kind of message on one platform allows. */
export interface Channel {
  readonly id: ChannelId;
  readonly visibility: Visibility;
  /** All must hold; the first is the one to show. */
  readonly limits: readonly [Limit, ...Limit[]];
  /** What a link counts in the first limit, however long it is; without it, a link counts as its characters. */
  readonly linkWeight?: Figure<number>;
  /** Whether a link opens: `yes`, only as plain text `no`. */
  readonly links: Figure<Possible>;
  /** What a message with a link costs, in US dollars, where it costs more than one without. */
  readonly linkFee?: Figure<number>;
  readonly mentions: Figure<MentionSyntax>;
  /** Whether `#word` leads somewhere. */
  readonly hashtags: Figure<Possible>;
  readonly mostHashtags?: Figure<number>;
  readonly mostMentions?: Figure<number>;
  /** What can be done after sending. */
  readonly edit: Figure<Possible>;
  readonly remove: Figure<Possible>;
  /** Hiding what the customer wrote from others. */
  readonly hide: Figure<Possible>;
  /** How many private messages may answer one public message, and for how long. */
  readonly privateReply?: Figure<{ readonly most: number; readonly days: number }>;
  /** How long after the customer's last message one may answer; a person, not a program, perhaps for longer. */
  readonly replyWindow?: Figure<{ readonly hours: number; readonly personDays?: number }>;
  /** Answers are accepted only where the author named or quoted the account. */
  readonly summonedOnly?: Figure<boolean>;
}
