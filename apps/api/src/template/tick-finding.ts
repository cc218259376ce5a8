import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { checkRevision } from "./findings-now.ts";
import {
  EITHER,
  type LockedRevision,
  lockRevision,
  recordOf,
  refuseOtherStates,
  variantChanged,
} from "./lock-variant.ts";
import { needed } from "./needed.ts";

/** A warning that somebody accepted in one revision. */
export interface Tick {
  readonly findingId: string;
  readonly code: string;
  readonly reason: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

export interface NewTick {
  readonly templateRevisionId: string;
  readonly findingId: string;
  readonly reason: string;
}

/** The warnings that were accepted in a revision. */
export const ticksOf = (db: EntityManager, revisionId: string): Promise<readonly Tick[]> =>
  db.query(
    `SELECT finding_id AS "findingId", code, reason, author_id AS "authorId", created_at AS "createdAt"
     FROM finding_tick WHERE revision_id = $1 ORDER BY created_at`,
    [revisionId],
  );

/** Accept a warning in this revision, with the reason. Errors cannot be accepted. */
export function tickFinding(
  act: ActAs,
  { templateRevisionId, findingId, reason }: NewTick,
): Promise<LockedRevision> {
  return act<LockedRevision & { readonly code: string }>({
    do: async (tx, by) => {
      const locked = await lockRevision(tx, by, { templateRevisionId, ability: EITHER });
      refuseOtherStates(locked, ["draft", "in-review", "approved"]);
      const words = needed(reason);
      const found = (await checkRevision(tx, locked, false)).find(({ id }) => id === findingId);
      if (!found) throw new DomainError("NOT_FOUND", { finding: findingId });
      if (found.severity !== "warning") throw new DomainError("OVERRIDE_NOT_ALLOWED", { code: found.code });
      await tx.query(
        `INSERT INTO finding_tick (brand_id, revision_id, finding_id, code, reason, author_id)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [locked.variant.brandId, locked.revision.id, findingId, found.code, words, by.id],
      );
      return { ...locked, code: found.code };
    },
    record: ({ code, ...locked }) =>
      recordOf(locked, "template.ticked", { payload: { reason }, facts: { finding: findingId, code } }),
    changes: ({ variant }) => [variantChanged(variant)],
  });
}
