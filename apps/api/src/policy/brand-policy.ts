import { loadIdentifier } from "@parley/shared/language";
import { parsePack } from "@parley/shared/pack";
import { assemblePolicy, type Pack, type Policy } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { Brand } from "../brand/brand.entity.ts";
import { builtInPacks, languageData, sha256 } from "./built-in.ts";
import { PolicyPack } from "./policy-pack.entity.ts";

/** What every installation has: packs and words of all languages, read once. */
export const builtIn = {
  packs: builtInPacks(),
  languages: languageData(),
  hash: sha256,
};

/** The policies assembled last, by brand; assembling one costs milliseconds. */
const assembled = new Map<string, { readonly made: string; readonly policy: Policy }>();

/** The rules in force for a brand now: the built-in packs, its own, and what it has set. */
export async function brandPolicy(db: EntityManager, brandId: string): Promise<Policy> {
  const brand = await db.findOneByOrFail(Brand, { id: brandId });
  const own = await packsInForce(db, brandId);
  const made = JSON.stringify([brand.name, brand.settings, own.map(({ digest }) => digest)]);
  const known = assembled.get(brandId);
  if (known?.made === made) return known.policy;
  const policy = await policyWith(
    brand,
    own.map(({ source }) => packOf(source)),
  );
  assembled.set(brandId, { made, policy });
  return policy;
}

/** The rules a brand would have with these packs of its own. */
export async function policyWith({ name, settings }: Brand, own: readonly Pack[]): Promise<Policy> {
  return assemblePolicy({
    ...builtIn,
    packs: [...builtIn.packs, ...own],
    brand: { ...settings.profile, name },
    identifier: await loadIdentifier(),
  });
}

/** A brand's own packs in force. */
export async function ownPacks(db: EntityManager, brandId: string): Promise<readonly Pack[]> {
  return (await packsInForce(db, brandId)).map(({ source }) => packOf(source));
}

const packsInForce = (db: EntityManager, brandId: string): Promise<PolicyPack[]> =>
  db.find(PolicyPack, { where: { brandId, inForce: true }, order: { packId: "ASC" } });

/** A pack that was accepted when it was stored. */
function packOf(source: string): Pack {
  const { pack, problems } = parsePack(source);
  if (!pack) throw new Error(`a stored pack cannot be read: ${JSON.stringify(problems)}`);
  return pack;
}
