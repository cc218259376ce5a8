import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/** A role's password, derived so that every machine that knows the owner's password finds the same one. */
export function derivePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`parley role ${role}`).digest("base64url");
}

const ITERATIONS = 4096;

/**
 * What PostgreSQL stores for a password (RFC 5803): sent instead of the password itself, so that no server log can hold it.
 * Right only for ASCII passwords, such as derived ones.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${stored}:${key("Server Key").toString("base64")}`;
}
