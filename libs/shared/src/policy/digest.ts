import { canonicalJson } from "../ledger/index.ts";
import { sha256 } from "../text/index.ts";

/** SHA-256 of a text's UTF-8 bytes in hexadecimal. */
export type Hash = (text: string) => string;

/** The hash that works everywhere at once. */
export const ownHash: Hash = (text) =>
  [...sha256(utf8(text))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The digest of a value's canonical JSON: equal values have equal digests, in browser and server alike. */
export const digestOf = (value: unknown, hash: Hash = ownHash): string => hash(canonicalJson(value));

/** The bytes of characters beyond ASCII met so far. */
const encoded = new Map<string, readonly number[]>();

/** The bytes of a well-formed text. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes[at] = code;
      at += 1;
      continue;
    }
    const sequence = encoded.get(character) ?? bytesOf(character);
    encoded.set(character, sequence);
    bytes.set(sequence, at);
    at += sequence.length;
  }
  return bytes.subarray(0, at);
}

const bytesOf = (character: string): readonly number[] =>
  Array.from(encodeURIComponent(character).matchAll(/%(..)/g), ([, hex = ""]) => Number.parseInt(hex, 16));
