import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assemblePolicy, type LanguageData, type Pack, type Policy, parsePack } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { LOCALES, localeTags } from "../base/locales.ts";
import { Brand } from "../brand/brand.entity.ts";
import { PolicyPack } from "./policy-pack.entity.ts";

const PACKS = join(import.meta.dirname, "../../../../libs/shared/packs");

/** The packs every installation has, as YAML by file name; the web client brings the same files. */
export const builtInPacks: readonly Pack[] = readdirSync(PACKS)
  .filter((file) => file.startsWith("parley.") && file.endsWith(".yaml"))
  .sort()
  .map((file) => packOf(readFileSync(join(PACKS, file), "utf8")));

/** The words of all languages, as the lexicon folders hold them. */
export const languages: Readonly<Record<string, LanguageData>> = Object.fromEntries(
  localeTags().map((tag) => [tag, lexiconsOf(tag)]),
);

/** The policies assembled last, by brand; assembling one costs milliseconds. */
const assembled = new Map<string, { readonly made: string; readonly policy: Policy }>();

/** The rules in force for a brand now: the built-in packs, its own, and what it has set. */
export async function brandPolicy(db: EntityManager, brandId: string): Promise<Policy> {
  const { name, settings } = await db.findOneByOrFail(Brand, { id: brandId });
  const own = await db.find(PolicyPack, { where: { brandId, inForce: true }, order: { packId: "ASC" } });
  const made = JSON.stringify([name, settings, own.map(({ digest }) => digest)]);
  const known = assembled.get(brandId);
  if (known?.made === made) return known.policy;
  const packs = [...builtInPacks, ...own.map(({ source }) => packOf(source))];
  const policy = assemblePolicy({ packs, languages, brand: { ...settings.profile, name } });
  assembled.set(brandId, { made, policy });
  return policy;
}

/** A pack that was accepted when it was stored. */
function packOf(source: string): Pack {
  const { pack, problems } = parsePack(source);
  if (!pack) throw new Error(`a stored pack cannot be read: ${JSON.stringify(problems)}`);
  return pack;
}

function lexiconsOf(tag: string): LanguageData {
  const folder = join(LOCALES, tag, "lexicons");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
}
