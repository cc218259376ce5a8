import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { keyOf, type LockedRevision, lockRevision, recordOf, variantChanged } from "./lock-variant.ts";
import { sourceFor, sourceTexts } from "./source-text.ts";

export interface StillRight {
  readonly templateRevisionId: string;
  /** The source revision the member held it against. If the source has moved again, nothing is said. */
  readonly sourceRevisionId: string;
}

/** Say that a text is still right although its source has changed: its pin moves to the source as it is now. */
export function confirmStillRight(act: ActAs, said: StillRight): Promise<LockedRevision> {
  return act({
    do: async (tx, by) => {
      const locked = await lockRevision(tx, by, { ...said, ability: "template.write" });
      const { template, variant, revision } = locked;
      const sources = await sourceTexts(tx, { brandId: variant.brandId, templateId: template.id });
      const source = sourceFor(sources.get(template.id) ?? [], keyOf(variant));
      if (source?.revisionId !== said.sourceRevisionId)
        throw new DomainError("STALE", { templateRevisionId: source?.revisionId ?? null });
      await tx.query(
        "INSERT INTO source_pin (brand_id, revision_id, source_revision_id, author_id) VALUES ($1, $2, $3, $4)",
        [variant.brandId, revision.id, said.sourceRevisionId, by.id],
      );
      return locked;
    },
    record: (locked) =>
      recordOf(locked, "template.still_right", { facts: { source_revision_id: said.sourceRevisionId } }),
    changes: ({ variant }) => [variantChanged(variant)],
  });
}
