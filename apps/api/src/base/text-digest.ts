import { createHash } from "node:crypto";

/** The digest by which a text is known again without keeping it. Blanks around it do not count. */
export const textDigest = (text: string): Buffer =>
  createHash("sha256").update(text.toWellFormed().trim()).digest();
