import type { Channel } from "./channel.ts";

const MEMORY = { basis: "memory" } as const;
const POST = { basis: "run", source: "@atproto/pds app.bsky.feed.post" } as const;
const CHAT = { basis: "run", source: "@atproto/api chat.bsky.convo" } as const;
const INSTANCE = { basis: "documented", source: "docs.joinmastodon.org/entities/Instance" } as const;
const STATUSES = { basis: "documented", source: "docs.joinmastodon.org/methods/statuses" } as const;

/** A direct message there is a status that only those named can read: all counts alike. */
const mastodon = {
  id: "mastodon",
  limits: [{ unit: "graphemes", most: 500, ...INSTANCE }],
  linkWeight: { value: 23, ...INSTANCE },
  links: { value: "yes", ...STATUSES },
  mentions: { value: "address", ...STATUSES },
  hashtags: { value: "yes", ...STATUSES },
  edit: { value: "yes", ...STATUSES },
  remove: { value: "yes", ...STATUSES },
  hide: { value: "no", ...MEMORY },
} as const satisfies Omit<Channel, "visibility">;

/** Networks whose servers anyone can run. */
export const OPEN_CHANNELS: readonly Channel[] = [
  {
    id: "bluesky",
    visibility: "public",
    limits: [
      { unit: "graphemes", most: 300, ...POST },
      { unit: "bytes", most: 3_000, ...POST },
    ],
    links: { value: "yes", ...POST },
    mentions: { value: "domain", ...POST },
    hashtags: { value: "yes", ...POST },
    edit: { value: "unknown", ...MEMORY },
    remove: { value: "yes", ...POST },
    hide: { value: "yes", ...MEMORY },
  },
  {
    id: "bluesky",
    visibility: "private",
    limits: [
      { unit: "graphemes", most: 1_000, ...CHAT },
      { unit: "bytes", most: 10_000, basis: "memory", source: "chat.bsky.convo.defs#messageInput" },
    ],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "domain", ...MEMORY },
    hashtags: { value: "yes", ...MEMORY },
    edit: { value: "no", ...MEMORY },
    remove: { value: "limited", ...MEMORY },
    hide: { value: "no", ...MEMORY },
  },
  { ...mastodon, visibility: "public" },
  { ...mastodon, visibility: "private" },
  {
    id: "telegram",
    visibility: "private",
    limits: [{ unit: "utf16", most: 4_096, basis: "second-hand", source: "core.telegram.org/bots/api" }],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "word", ...MEMORY },
    hashtags: { value: "yes", ...MEMORY },
    edit: { value: "yes", ...MEMORY },
    remove: { value: "limited", ...MEMORY },
    hide: { value: "no", ...MEMORY },
  },
];
