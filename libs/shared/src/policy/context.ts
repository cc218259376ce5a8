import type { ChannelSettings, Visibility } from "../channel/index.ts";
import type { Span } from "../text/index.ts";

/** How a reader is addressed. */
export type Address = "formal" | "informal";

/** A stretch of a day in minutes after midnight, in the brand's zone. `to` may pass 1440: open beyond midnight. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** One day of the brand's calendar with holidays already applied. */
export interface OpenDay {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly openings: readonly Opening[];
}

/** What is known about a draft besides its text. All of it comes from the caller: the engine reads no clock. */
export interface ReplyContext {
  /** A channel of `@parley/shared/channel`. */
  readonly channel: string;
  readonly visibility: Visibility;
  /** What the draft is written in, as identified or chosen; `und` when it cannot be told. */
  readonly language: string;
  /** The language of the customer's last message, when it could be told. */
  readonly expected?: string;
  /** The language of the template variant that was inserted. */
  readonly variant?: string;
  /** The languages the brand answers in; empty or missing means all. */
  readonly among?: readonly string[];
  /** Whose phone numbers and national identifiers are looked for, as ISO 3166 codes. */
  readonly countries: readonly string[];
  /** How the brand addresses customers in this language. */
  readonly register?: Address;
  /** How the brand addressed this customer so far. */
  readonly threadRegister?: Address;
  /** The customer's last message is a complaint. */
  readonly complaint?: boolean;
  /** The matter needs personal data, so that sending the customer elsewhere has a reason. */
  readonly sensitive?: boolean;
  /** The brand's last public replies, newest first. */
  readonly history?: readonly string[];
  /** The text of the template that was inserted, as it was inserted. */
  readonly template?: string;
  /** Marks of variables without a value, as the template engine leaves them. */
  readonly placeholders?: readonly Span[];
  /** The brand's calendar from today on, at most seven days. */
  readonly hours?: readonly OpenDay[];
  /** Minutes after midnight in the brand's zone. */
  readonly now?: number;
  /** What the agent signs with, such as initials. */
  readonly signature?: string;
  /** What the account or instance sets for its channel, such as a longer limit. */
  readonly channelSettings?: ChannelSettings;
  /** Names the platform puts before the reply by itself: they cost no length. */
  readonly autoMentions?: readonly string[];
}
