import type { Identifier } from "./identifier.ts";

/** Replace `start`–`end` of a text by `text`. */
export interface Masking {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const KEEP = 4;
const MASK = "•";
const SIGN = /[\p{L}\p{N}]/gu;

/**
 * Cover the letters and digits of an identifier but the last `keep`, and never more than a third of them stay. Of an
 * e-mail address the first letter stays, of a street or of what is spelled out nothing.
 */
export function mask(text: string, identifier: Identifier, { keep = KEEP } = {}): Masking {
  const { start, end, entity, obfuscated } = identifier;
  const raw = text.slice(start, end);
  const count = raw.match(SIGN)?.length ?? 0;
  const staying = obfuscated || entity === "address" ? 0 : Math.min(keep, Math.floor(count / 3));
  const isKept = (place: number): boolean => (entity === "email" ? place === 0 : place >= count - staying);
  let place = -1;
  const covered = raw.replace(SIGN, (sign) => {
    place += 1;
    return isKept(place) ? sign : MASK;
  });
  return { start, end, text: covered };
}
