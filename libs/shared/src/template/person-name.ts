/** Whether a text is an account's handle and no name: `@anna`, `anna_keller_87`, `user48213`. */
export function isHandle(text: string): boolean {
  const plain = text.trim();
  return /^@/.test(plain) || (!/\s/.test(plain) && /[\p{L}]/u.test(plain) && /[_\d]/.test(plain));
}

/** What is known of a customer from a platform. */
export interface Profile {
  readonly displayName: string;
  readonly handle: string;
}

/**
 * The display name as the customer wrote it, byte for byte, when it can be a person's name; else null, and the
 * reply takes its form without a name. Nothing is split, re-capitalised or guessed.
 */
export function personName({ displayName, handle }: Profile): string | null {
  const bare = (text: string) => text.trim().replace(/^@/, "").toLowerCase();
  const usable =
    /\p{L}/u.test(displayName) &&
    !isHandle(displayName) &&
    bare(displayName) !== bare(handle) &&
    !/https?:|www\.|[/<>{}[\]|\\]|\d{3}/iu.test(displayName);
  return usable ? displayName : null;
}
