import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import { may, type Viewer } from "../base/viewer.ts";
import { type Decided, decideOn, decisionRecord } from "./decide-revision.ts";
import { lockVariant, recordOf, stateOf, variantChanged } from "./lock-variant.ts";
import { needed } from "./needed.ts";
import { refuseUnfitKey, type SavedVariant } from "./save-variant.ts";
import { Template, TemplateRevision, Variant } from "./template.entity.ts";

export type Absence = Pick<SavedVariant, "templateId" | "locale" | "register" | "channelClass"> & {
  readonly reason: string;
};

interface Done {
  readonly variant: Variant;
  readonly records: readonly LedgerRecord[];
}

/** Leave a variant out on purpose, with the reason. What is live of it is retired. */
export function markAbsent(act: ActAs, absence: Absence): Promise<Done> {
  const reason = needed(absence.reason);
  refuseUnfitKey(absence);
  return act({
    do: async (tx, by): Promise<Done> => {
      const locked = await lockVariant(tx, by, await place(tx, by, absence));
      const { variant } = locked;
      const live = await tx.query<{ id: string }[]>(
        "SELECT DISTINCT revision_id AS id FROM live_revision WHERE variant_id = $1",
        [variant.id],
      );
      const retired: Decided[] = [];
      for (const { id } of live) {
        const revision = await tx.findOneByOrFail(TemplateRevision, { id });
        const one = { ...locked, revision, state: await stateOf(tx, id) };
        retired.push({ ...one, decision: await decideOn(tx, by, { locked: one, state: "retired", reason }) });
      }
      await tx.query("DELETE FROM live_revision WHERE variant_id = $1", [variant.id]);
      await tx.update(Variant, { id: variant.id }, { absentReason: reason });
      const record = recordOf(locked, "template.marked_absent", { payload: { reason } });
      return {
        variant: { ...variant, absentReason: reason },
        records: [...retired.map(decisionRecord), record],
      };
    },
    record: ({ records }) => records,
    changes: ({ variant }) => [variantChanged(variant)],
  });
}

/** Want a variant after all: it is missing again until somebody writes it. */
export function expectVariant(act: ActAs, variantId: string): Promise<Done> {
  return act({
    do: async (tx, by): Promise<Done> => {
      const locked = await lockVariant(tx, by, { variantId, ability: "template.write" });
      if (locked.variant.absentReason === null) throw new DomainError("WRONG_STATE", { state: "expected" });
      await tx.update(Variant, { id: variantId }, { absentReason: null });
      return {
        variant: { ...locked.variant, absentReason: null },
        records: [recordOf(locked, "template.expected")],
      };
    },
    record: ({ records }) => records,
    changes: ({ variant }) => [variantChanged(variant)],
  });
}

async function place(tx: Tx, by: Viewer, { templateId, locale, register, channelClass }: Absence) {
  const template = await tx.findOneBy(Template, { id: templateId });
  if (!template) throw new DomainError("NOT_FOUND", { template: templateId });
  const { brandId } = template;
  if (!may(by, "template.write", brandId)) throw new DomainError("FORBIDDEN", { ability: "template.write" });
  if (locale === template.sourceLocale) throw new DomainError("BAD_USER_INPUT", { field: "locale" });
  const key = { templateId, locale, register, channelClass };
  await tx
    .createQueryBuilder()
    .insert()
    .into(Variant)
    .values({ brandId, ...key })
    .orIgnore()
    .execute();
  const { id } = await tx.findOneByOrFail(Variant, key);
  return { variantId: id, ability: "template.write" as const };
}
