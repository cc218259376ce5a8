export { isAllowed } from "./allowed.ts";
export {
  type Basis,
  CHANNEL_IDS,
  type Channel,
  type ChannelId,
  type Figure,
  type Limit,
  type MentionSyntax,
  type Possible,
  type Visibility,
} from "./channel.ts";
export { CHANNELS, type ChannelSettings, channelOf, hasVisibility, isChannelId } from "./channels.ts";
export type { LengthUnit } from "./count.ts";
export { findHashtags, type Hashtag } from "./hashtags.ts";
export { findLinks, type Link } from "./links.ts";
export { type Likeness, type LookAlike, lookAlike } from "./look-alike.ts";
export { type Measured, type MeasureOptions, measure, type Part } from "./measure.ts";
export { findMentions, type Mention } from "./mentions.ts";
export { type OtherLocale, otherLocale, type PageLocale, pageLocale, type Site } from "./page-locale.ts";
export { isShortener } from "./shorteners.ts";
