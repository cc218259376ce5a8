import type { Channel } from "./channel.ts";

const MEMORY = { basis: "memory" } as const;
const SECOND_HAND = { basis: "second-hand" } as const;
const COMMENT = {
  basis: "documented",
  source: "developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment",
} as const;
const REPLIES = {
  basis: "documented",
  source: "developers.facebook.com/documentation/instagram-platform/private-replies",
} as const;
const POLICY = {
  basis: "documented",
  source: "developers.facebook.com/docs/messenger-platform/policy",
} as const;

/** One private message to the author of a comment, which opens a conversation if it is answered. */
const PRIVATE_REPLY = { value: { most: 1, days: 7 }, ...REPLIES };
const WINDOW = { value: { hours: 24, personDays: 7 }, ...POLICY };

/** A private message to a person on Facebook goes through Messenger, whatever it answers. */
const messenger = {
  limits: [{ unit: "code-points", most: 2_000, ...SECOND_HAND }],
  links: { value: "yes", ...MEMORY },
  mentions: { value: "none", ...MEMORY },
  hashtags: { value: "no", ...MEMORY },
  edit: { value: "no", ...MEMORY },
  remove: { value: "no", ...MEMORY },
  hide: { value: "no", ...MEMORY },
  replyWindow: WINDOW,
  visibility: "private",
} as const satisfies Omit<Channel, "id">;

/** Meta's platforms. Where sources differ the stricter unit stands: what fits here is not refused there. */
export const META_CHANNELS: readonly Channel[] = [
  {
    id: "facebook",
    visibility: "public",
    limits: [{ unit: "utf16", most: 8_000, ...MEMORY }],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "none", ...MEMORY },
    hashtags: { value: "yes", ...MEMORY },
    edit: { value: "yes", ...MEMORY },
    remove: { value: "yes", ...MEMORY },
    hide: { value: "yes", ...MEMORY },
    privateReply: { value: PRIVATE_REPLY.value, ...MEMORY },
  },
  { ...messenger, id: "facebook" },
  { ...messenger, id: "messenger" },
  {
    id: "instagram",
    visibility: "public",
    limits: [{ unit: "utf16", most: 2_200, ...SECOND_HAND }],
    links: { value: "no", ...MEMORY },
    mentions: { value: "dotted", ...MEMORY },
    hashtags: { value: "yes", ...MEMORY },
    mostHashtags: { value: 30, ...SECOND_HAND },
    mostMentions: { value: 20, ...SECOND_HAND },
    edit: { value: "no", ...COMMENT },
    remove: { value: "yes", ...COMMENT },
    hide: { value: "yes", ...COMMENT },
    privateReply: PRIVATE_REPLY,
  },
  {
    id: "instagram",
    visibility: "private",
    limits: [{ unit: "bytes", most: 1_000, ...MEMORY }],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "dotted", ...MEMORY },
    hashtags: { value: "no", ...MEMORY },
    edit: { value: "no", ...MEMORY },
    remove: { value: "no", ...MEMORY },
    hide: { value: "no", ...MEMORY },
    replyWindow: WINDOW,
  },
  {
    id: "whatsapp",
    visibility: "private",
    limits: [
      { unit: "code-points", most: 4_096, basis: "documented", source: "github.com/facebook/openapi" },
    ],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "none", ...MEMORY },
    hashtags: { value: "no", ...MEMORY },
    edit: { value: "no", ...MEMORY },
    remove: { value: "no", ...MEMORY },
    hide: { value: "no", ...MEMORY },
    replyWindow: { value: { hours: 24 }, ...SECOND_HAND },
  },
];
