import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** An event's payload, encrypted, with the two hashes its leaf carries. */
export interface Sealed {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  /** SHA-256 of the ciphertext, hex. */
  readonly ciphertextHash: string;
  /** HMAC-SHA-256 of the plaintext under a salt that lies inside the ciphertext, hex. */
  readonly commitment: string;
}

/** What a payload is bound to: it cannot be moved to another event or person. */
export interface SealedFor {
  readonly eventId: string;
  readonly dataSubjectId: string;
}

const SALT = 32;
const TAG = 16;

export const newKey = (): KeyObject => createSecretKey(randomBytes(32));

/**
 * Encrypt a payload under a data subject's key: AES-256-GCM, random 96-bit nonce, bound to event and subject.
 * GCM does not commit to its key, so the leaf also holds a keyed hash of the plaintext.
 */
export function seal(plaintext: Buffer, key: KeyObject, bound: SealedFor): Sealed {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associated(bound));
  const ciphertext = Buffer.concat([
    cipher.update(salt),
    cipher.update(plaintext),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    nonce,
    ciphertext,
    ciphertextHash: sha256(ciphertext).toString("hex"),
    commitment: commit(salt, plaintext),
  };
}

/** Decrypt what `seal` made. Throws when key, binding or bytes differ. */
export function unseal(
  sealed: Pick<Sealed, "nonce" | "ciphertext">,
  key: KeyObject,
  bound: SealedFor,
): Buffer {
  const body = sealed.ciphertext.subarray(0, -TAG);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.nonce)
    .setAAD(associated(bound))
    .setAuthTag(sealed.ciphertext.subarray(-TAG));
  return Buffer.concat([decipher.update(body), decipher.final()]).subarray(SALT);
}

/** Wrap a data subject's key under the workspace's key. */
export function wrapKey(key: KeyObject, workspaceKey: KeyObject, dataSubjectId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", workspaceKey, nonce).setAAD(Buffer.from(dataSubjectId));
  return Buffer.concat([nonce, cipher.update(key.export()), cipher.final(), cipher.getAuthTag()]);
}

/** Unwrap what `wrapKey` made. Throws when the workspace's key is another one. */
export function unwrapKey(wrapped: Buffer, workspaceKey: KeyObject, dataSubjectId: string): KeyObject {
  const decipher = createDecipheriv("aes-256-gcm", workspaceKey, wrapped.subarray(0, 12))
    .setAAD(Buffer.from(dataSubjectId))
    .setAuthTag(wrapped.subarray(-TAG));
  return createSecretKey(Buffer.concat([decipher.update(wrapped.subarray(12, -TAG)), decipher.final()]));
}

/** The hash of a log entry: SHA-256 of 0x00 and its bytes (RFC 6962, section 2.1). */
export const hashLeaf = (bytes: Buffer): Buffer => sha256(Buffer.concat([Buffer.from([0]), bytes]));

const sha256 = (bytes: Buffer): Buffer => hash("sha256", bytes, "buffer");
const commit = (salt: Buffer, plaintext: Buffer): string =>
  // Node takes far longer to see what bytes are a key than to make a key of them.
  createHmac("sha256", createSecretKey(salt)).update(plaintext).digest("hex");
const associated = ({ eventId, dataSubjectId }: SealedFor): Buffer =>
  Buffer.from(`${eventId}|${dataSubjectId}`);
