import type { Channel } from "./channel.ts";

const COUNTING = { basis: "documented", source: "docs.x.com/fundamentals/counting-characters" } as const;
const MEMORY = { basis: "memory" } as const;
const OWN = { basis: "own" } as const;

/** X, and the sandbox, which counts as X does but leaves more room. */
export const X_CHANNELS: readonly Channel[] = [
  {
    id: "x",
    visibility: "public",
    limits: [{ unit: "weighted", most: 280, ...COUNTING }],
    linkWeight: { value: 23, ...COUNTING },
    links: { value: "yes", ...COUNTING },
    linkFee: { value: 0.2, basis: "documented", source: "docs.x.com" },
    mentions: { value: "word", basis: "run", source: "twitter-text" },
    hashtags: { value: "yes", basis: "run", source: "twitter-text" },
    edit: { value: "no", basis: "documented", source: "docs.x.com" },
    remove: { value: "yes", basis: "documented", source: "docs.x.com" },
    hide: { value: "yes", ...MEMORY },
    summonedOnly: { value: true, basis: "documented", source: "docs.x.com" },
  },
  {
    id: "x",
    visibility: "private",
    limits: [{ unit: "code-points", most: 10_000, ...MEMORY }],
    links: { value: "yes", ...MEMORY },
    mentions: { value: "word", ...MEMORY },
    hashtags: { value: "no", ...MEMORY },
    edit: { value: "no", ...MEMORY },
    remove: { value: "limited", ...MEMORY },
    hide: { value: "no", ...MEMORY },
  },
  {
    id: "sandbox",
    visibility: "public",
    limits: [{ unit: "weighted", most: 1_000, ...OWN }],
    linkWeight: { value: 23, ...OWN },
    links: { value: "yes", ...OWN },
    mentions: { value: "word", ...OWN },
    hashtags: { value: "yes", ...OWN },
    edit: { value: "no", ...OWN },
    remove: { value: "yes", ...OWN },
    hide: { value: "yes", ...OWN },
    privateReply: { value: { most: 1, days: 7 }, ...OWN },
  },
  {
    id: "sandbox",
    visibility: "private",
    limits: [{ unit: "code-points", most: 10_000, ...OWN }],
    links: { value: "yes", ...OWN },
    mentions: { value: "none", ...OWN },
    hashtags: { value: "no", ...OWN },
    edit: { value: "no", ...OWN },
    remove: { value: "yes", ...OWN },
    hide: { value: "no", ...OWN },
  },
];
