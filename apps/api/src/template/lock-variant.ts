import { createHash } from "node:crypto";
import { canonicalJson } from "@parley/shared/ledger";
import type { RevisionState, VariantKey } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import type { Change } from "../base/change.ts";
import { DomainError } from "../base/errors.ts";
import type { LedgerRecord, Tx } from "../base/tx.ts";
import { type Ability, may, type Viewer } from "../base/viewer.ts";
import { Template, TemplateRevision, Variant } from "./template.entity.ts";

/** A variant nobody else can decide about until the act ends. */
export interface LockedVariant {
  readonly template: Template;
  readonly variant: Variant;
}

export interface LockedRevision extends LockedVariant {
  readonly revision: TemplateRevision;
  readonly state: RevisionState;
}

/** One of several abilities will do. */
export type Needed = Ability | readonly Ability[];

/** Who has to do with templates at all: those who write and those who approve. */
export const EITHER: Needed = ["template.write", "template.approve"];

/** Lock a variant. Refuses what the viewer may not touch. */
export async function lockVariant(
  tx: Tx,
  by: Viewer,
  asked: { readonly variantId: string; readonly ability: Needed },
): Promise<LockedVariant> {
  const variant = await tx.findOne(Variant, {
    where: { id: asked.variantId },
    lock: { mode: "for_no_key_update" },
  });
  if (!variant) throw new DomainError("NOT_FOUND", { variant: asked.variantId });
  if (![asked.ability].flat().some((ability) => may(by, ability, variant.brandId)))
    throw new DomainError("FORBIDDEN", { ability: asked.ability });
  return { variant, template: await tx.findOneByOrFail(Template, { id: variant.templateId }) };
}

/** Lock the variant of a revision, and say in what state the revision is. */
export async function lockRevision(
  tx: Tx,
  by: Viewer,
  asked: { readonly templateRevisionId: string; readonly ability: Needed },
): Promise<LockedRevision> {
  const found = await tx.findOneBy(TemplateRevision, { id: asked.templateRevisionId });
  if (!found) throw new DomainError("NOT_FOUND", { templateRevision: asked.templateRevisionId });
  const locked = await lockVariant(tx, by, { variantId: found.variantId, ability: asked.ability });
  return { ...locked, revision: found, state: await stateOf(tx, found.id) };
}

/** In what state a revision is now. */
export async function stateOf(db: EntityManager, revisionId: string): Promise<RevisionState> {
  const [row] = await db.query<{ state: RevisionState }[]>(
    "SELECT state FROM revision_standing WHERE id = $1",
    [revisionId],
  );
  return row?.state ?? "draft";
}

/** The revision of a variant that is used at this moment. */
export async function liveNow(db: EntityManager, variantId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(
    "SELECT revision_id AS id FROM live_now WHERE variant_id = $1",
    [variantId],
  );
  return row?.id ?? null;
}

/** Refuse an act that the revision's state does not allow. */
export function refuseOtherStates({ state }: LockedRevision, allowed: readonly RevisionState[]): void {
  if (!allowed.includes(state)) throw new DomainError("WRONG_STATE", { state });
}

export const keyOf = ({ locale, register, channelClass }: Variant): VariantKey => ({
  locale,
  register,
  channelClass,
});

/** What the ledger keeps of an act on a revision: which words, by their hash, and what is told beside. */
export function recordOf(
  { template, variant, revision }: LockedVariant & { readonly revision?: TemplateRevision },
  action: string,
  told: Pick<LedgerRecord, "payload" | "facts"> = {},
): LedgerRecord {
  return {
    action,
    brandId: variant.brandId,
    subjectId: variant.id,
    ...(told.payload && { payload: told.payload }),
    facts: {
      template: template.key,
      kind: template.kind,
      ...keyOf(variant),
      ...(revision && { revision: revision.n, revision_id: revision.id, sha256: hashOf(revision) }),
      ...told.facts,
    },
  };
}

/** SHA-256 over the words of a revision. */
export const hashOf = ({ title, blocks, keywords, samples }: TemplateRevision): string =>
  createHash("sha256").update(canonicalJson({ title, blocks, keywords, samples })).digest("hex");

export const variantChanged = ({ id, brandId }: Variant): Change => ({ kind: "template", id, brandId });
