import { loadIdentifier } from "@parley/shared/language";
import { type PackProblem, parsePack, verifyPack } from "@parley/shared/pack";
import type { Pack } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { builtIn, ownPacks } from "./brand-policy.ts";
import { sha256 } from "./built-in.ts";
import { PolicyPack } from "./policy-pack.entity.ts";

export interface Publish {
  readonly brandId: string;
  /** The pack as YAML. */
  readonly source: string;
  readonly reason: string;
  /** The version it was made from; null for a new pack. A newer one that somebody else published is not overwritten. */
  readonly baseVersion: string | null;
}

/** Put a new version of a brand's pack in force. Versions never change; the one before stays readable. */
export function publishPack(act: ActAs, publish: Publish): Promise<PolicyPack> {
  const { brandId, source } = publish;
  const reason = publish.reason.trim();
  if (reason === "") throw new DomainError("REASON_REQUIRED", { field: "reason" });
  return act({
    do: async (tx, by) => {
      if (!may(by, "policy.write", brandId)) throw new DomainError("FORBIDDEN", { ability: "policy.write" });
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('policy ' || $1, 0))", [brandId]);
      const pack = await verifiedPack(tx, brandId, source);
      await refuseStale(tx, pack, publish);
      await tx.update(PolicyPack, { brandId, packId: pack.id, inForce: true }, { inForce: false });
      const { id } = await tx.save(PolicyPack, {
        brandId,
        packId: pack.id,
        version: pack.version,
        source,
        digest: sha256(source),
        inForce: true,
        authorId: by.kind === "system" ? null : by.id,
        reason,
      });
      return tx.findOneByOrFail(PolicyPack, { id });
    },
    record: ({ id, packId, version, digest }) => ({
      action: "policy.published",
      brandId,
      subjectId: id,
      payload: { source, reason },
      facts: { pack: packId, version, sha256: digest },
    }),
    changes: ({ id }) => [{ kind: "policy", id, brandId }],
  });
}

async function refuseStale(tx: Tx, pack: Pack, { brandId, baseVersion }: Publish): Promise<void> {
  const current = await tx.findOneBy(PolicyPack, { brandId, packId: pack.id, inForce: true });
  if ((current?.version ?? null) !== baseVersion)
    throw new DomainError("STALE", { version: current?.version ?? null });
  if (await tx.existsBy(PolicyPack, { brandId, packId: pack.id, version: pack.version })) {
    throw new DomainError("PACK_REFUSED", {
      problems: [{ line: 1, column: 1, code: "pack.version_taken", details: { version: pack.version } }],
    });
  }
}

/** Why a pack cannot be published for a brand, with the places; empty when it can. */
export async function packProblems(
  db: EntityManager,
  brandId: string,
  source: string,
): Promise<readonly PackProblem[]> {
  const parsed = parsePack(source);
  const own = await ownPacks(db, brandId);
  const others = [...builtIn.packs, ...own].filter(({ id }) => id !== parsed.pack?.id);
  const reserved = parsed.pack && builtIn.packs.some(({ id }) => id === parsed.pack?.id);
  if (reserved)
    return [{ ...parsed.place(["id"]), code: "pack.reserved_id", details: { pack: parsed.pack?.id ?? "" } }];
  return verifyPack(parsed, { ...builtIn, packs: others, identifier: await loadIdentifier() });
}

async function verifiedPack(tx: Tx, brandId: string, source: string): Promise<Pack> {
  const problems = await packProblems(tx, brandId, source);
  const { pack } = parsePack(source);
  if (problems.length > 0 || !pack) throw new DomainError("PACK_REFUSED", { problems });
  return pack;
}
