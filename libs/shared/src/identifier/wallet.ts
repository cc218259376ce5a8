import { sha256 } from "../text/index.ts";
import type { Hit } from "./identifier.ts";
import { type Source, standsFree } from "./source.ts";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const LEGACY = /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/;
const SEGWIT = /^(?:bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})$/;
const ETHEREUM = /^0x[0-9a-fA-F]{40}$/;

/** Addresses of Bitcoin, by their checksums, and of Ethereum, by their form. */
export function findWallets({ text, chunks }: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { start, end, form } of chunks.flat()) {
    if (form.length < 26 || !standsFree(text, start, end) || !isWallet(text.slice(start, end))) continue;
    hits.push({ start, end, entity: "wallet", evidence: 3, certain: true, why: ["checksum"] });
  }
  return hits;
}

const isWallet = (word: string): boolean =>
  (LEGACY.test(word) && isBase58Check(word)) ||
  (SEGWIT.test(word) && isBech32(word.toLowerCase())) ||
  ETHEREUM.test(word);

/** The last four bytes are the first of the double hash of the rest. */
function isBase58Check(word: string): boolean {
  const bytes = new Uint8Array(25);
  for (const letter of word) {
    let carry = BASE58.indexOf(letter);
    for (let index = bytes.length - 1; index >= 0; index -= 1) {
      carry += 58 * (bytes[index] ?? 0);
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    if (carry > 0) return false;
  }
  const hash = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((index) => hash[index] === bytes[21 + index]);
}

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** BIP 173 for version 0, BIP 350 for later ones. */
function isBech32(word: string): boolean {
  // The human-readable part is "bc".
  let check = 1;
  const values = [3, 3, 0, 2, 3, ...[...word.slice(3)].map((letter) => BECH32.indexOf(letter))];
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, bit) => {
      if ((top >> bit) & 1) check ^= generator;
    });
  }
  return check === (word[3] === "q" ? 1 : 0x2bc830a3);
}
