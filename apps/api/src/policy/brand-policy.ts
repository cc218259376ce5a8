import { loadIdentifier } from "@parley/shared/language";
import { parsePack } from "@parley/shared/pack";
import { assemblePolicy, type Pack, type Policy } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { Brand } from "../brand/brand.entity.ts";
import { builtInPacks, languageData, sha256 } from "./built-in.ts";
import { PolicyPack } from "./policy-pack.entity.ts";

/** What every installation has: packs and words of all languages, read once. */
const builtIn = {
  packs: builtInPacks(),
  languages: languageData(),
  hash: sha256,
};

/** The policies assembled last, by brand; assembling one costs milliseconds. */
const assembled = new Map<string, { readonly made: string; readonly policy: Policy }>();

/** The rules in force for a brand now: the built-in packs, its own, and what it has set. */
export async function brandPolicy(db: EntityManager, brandId: string): Promise<Policy> {
  const { name, settings } = await db.findOneByOrFail(Brand, { id: brandId });
  const own = await db.find(PolicyPack, { where: { brandId, inForce: true }, order: { packId: "ASC" } });
  const made = JSON.stringify([name, settings, own.map(({ digest }) => digest)]);
  const known = assembled.get(brandId);
  if (known?.made === made) return known.policy;
  const packs = [...builtIn.packs, ...own.map(({ source }) => packOf(source))];
  const policy = assemblePolicy({
    ...builtIn,
    packs,
    brand: { ...settings.profile, name },
    identifier: await loadIdentifier(),
  });
  assembled.set(brandId, { made, policy });
  return policy;
}

/** A pack that was accepted when it was stored. */
function packOf(source: string): Pack {
  const { pack, problems } = parsePack(source);
  if (!pack) throw new Error(`a stored pack cannot be read: ${JSON.stringify(problems)}`);
  return pack;
}
