import { CHANNEL_IDS, type Channel, type ChannelId, type Visibility } from "./channel.ts";
import { META_CHANNELS } from "./channels-of-meta.ts";
import { OPEN_CHANNELS } from "./channels-of-open-networks.ts";
import { X_CHANNELS } from "./channels-of-x.ts";

/** What is known of each kind of message on each platform. */
export const CHANNELS: readonly Channel[] = [...X_CHANNELS, ...OPEN_CHANNELS, ...META_CHANNELS];

/** What an installation or account sets for itself: an instance of Mastodon, a paid account on X. */
export interface ChannelSettings {
  readonly most?: number;
  readonly linkWeight?: number;
}

export const isChannelId = (id: string): id is ChannelId => (CHANNEL_IDS as readonly string[]).includes(id);

/** Whether messages of this kind exist there: WhatsApp, Messenger and Telegram are private only. */
export const hasVisibility = (id: ChannelId, visibility: Visibility): boolean =>
  CHANNELS.some((channel) => channel.id === id && channel.visibility === visibility);

/** The channel, with an account's own settings; undefined where the platform has no messages of that visibility. */
export function channelOf(
  id: ChannelId,
  visibility: Visibility,
  settings: ChannelSettings = {},
): Channel | undefined {
  const channel = CHANNELS.find((one) => one.id === id && one.visibility === visibility);
  return channel && adjusted(channel, settings);
}

function adjusted(channel: Channel, { most, linkWeight }: ChannelSettings): Channel {
  if (most === undefined && linkWeight === undefined) return channel;
  const [first, ...others] = channel.limits;
  const weight = linkWeight ?? channel.linkWeight?.value;
  return {
    ...channel,
    limits: [most === undefined ? first : { unit: first.unit, most, basis: "own" }, ...others],
    ...(weight === undefined ? {} : { linkWeight: { value: weight, basis: "own" } }),
  };
}
