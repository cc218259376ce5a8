import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SetupError } from "../database/setup-error.ts";

/**
 * The key that wraps every data subject's key: 32 bytes from the setting, else from a file in the data folder that is made at
 * the first start. Whoever loses it loses the words in the ledger, never its proofs.
 */
export async function workspaceKey(folder: string, setting: string | undefined): Promise<KeyObject> {
  if (setting !== undefined) return decoded(setting);
  const file = join(folder, "workspace.key");
  const kept = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (kept !== null) return decoded(kept.trim());
  const key = randomBytes(32);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${key.toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  return createSecretKey(key);
}

function decoded(text: string): KeyObject {
  const key = Buffer.from(text, "base64url");
  if (key.length !== 32) throw new SetupError("workspace_key_unusable");
  return createSecretKey(key);
}
