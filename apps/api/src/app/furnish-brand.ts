import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActAs } from "../base/tx.ts";
import { publishPack } from "../policy/publish-pack.ts";
import { installStarter } from "../template/install-starter.ts";

const STARTER_PACK = join(import.meta.dirname, "../../../../libs/shared/packs/starter.brand.yaml");

export interface Furnished {
  readonly brandId: string;
  /** The languages of its starter templates. */
  readonly locales: readonly string[];
  /** Why the starter pack is there, for the ledger. */
  readonly reason: string;
}

/** Give a new brand what it can begin with: starter templates in its languages, and a pack of its own to change. */
export async function furnishBrand(act: ActAs, { brandId, locales, reason }: Furnished): Promise<void> {
  await installStarter(act, { brandId, locales });
  await publishPack(act, { brandId, source: readFileSync(STARTER_PACK, "utf8"), reason, baseVersion: null });
}
