import type { Post } from "./sandbox-api.ts";

/** Who one is on the sandbox. */
export interface Persona {
  readonly handle: string;
  /** Empty: the handle is all others see. */
  readonly name: string;
}

/** What the sandbox takes for a handle. */
export const HANDLE = /^[\w.-]{1,40}$/;

export interface WallThread {
  readonly id: string;
  readonly posts: readonly Post[];
  /** When something was last written in it, milliseconds. */
  readonly last: number;
}

/** What everybody can read: threads by their newest post, each oldest post first. */
export function threadsOf(posts: readonly Post[]): readonly WallThread[] {
  const open = posts.filter(({ channel }) => channel !== "direct");
  return [...Map.groupBy(open, ({ threadId }) => threadId)]
    .map(([id, inThread]) => ({
      id,
      posts: inThread,
      last: Math.max(...inThread.map(({ at }) => Date.parse(at))),
    }))
    .toSorted((a, b) => b.last - a.last);
}

/** What only a persona and the account can read, oldest first. */
export function chatOf(posts: readonly Post[], { handle }: Persona): readonly Post[] {
  return posts.filter(({ channel, counterpart }) => channel === "direct" && counterpart === handle);
}

/** Everybody who has written to the account, by name, the latest name of each. */
export function personasOf(posts: readonly Post[]): readonly Persona[] {
  const known = new Map<string, string>();
  for (const { author, authorName, byAccount } of posts)
    if (!byAccount) known.set(author, authorName ?? known.get(author) ?? "");
  return [...known]
    .map(([handle, name]) => ({ handle, name }))
    .toSorted((a, b) => (a.name || a.handle).localeCompare(b.name || b.handle));
}

/** The account's posts that were not there before. */
export function arrived(before: readonly Post[], now: readonly Post[]): readonly Post[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id, byAccount }) => byAccount && !known.has(id));
}

/** A hue of its own for each handle, in degrees. */
export function hueOf(handle: string): number {
  let sum = 7;
  for (const sign of handle) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360;
  return sum;
}

/** Handles begin with a letter of their own where there is no name. */
export function initialsOf({ name, handle }: Persona): string {
  const words = (name || handle).split(/[\s._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "").join("");
}
