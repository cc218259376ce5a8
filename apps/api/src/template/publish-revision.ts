import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import { type Decided, decide, decideOn, fitReport, type Refused } from "./decide-revision.ts";
import { type LockedRevision, liveNow, refuseOtherStates } from "./lock-variant.ts";
import { needed } from "./needed.ts";

/** When a text is used, and what the member saw in its place. */
export interface Publication {
  readonly templateRevisionId: string;
  /** At once when null. */
  readonly validFrom: Date | null;
  /** Without end when null. */
  readonly validTo: Date | null;
  /** The revision that was live on the member's screen. If another is by now, nothing is published. */
  readonly liveRevisionId: string | null;
}

/** Make an approved text live, for a time or without end. What it stands in for comes back when its time is over. */
export const publishRevision = (act: ActAs, publication: Publication): Promise<Decided> =>
  decide(act, {
    templateRevisionId: publication.templateRevisionId,
    ability: "template.approve",
    state: "live",
    work: (tx, by, locked) => publish(tx, by, { locked, publication }),
  });

async function publish(
  tx: Tx,
  by: Viewer,
  { locked, publication }: { readonly locked: LockedRevision; readonly publication: Publication },
) {
  refuseOtherStates(locked, ["approved"]);
  const { variant, revision } = locked;
  const current = await liveNow(tx, variant.id);
  if (current !== publication.liveRevisionId) throw new DomainError("STALE", { templateRevisionId: current });
  const report = await fitReport(tx, locked, { read: false, ticked: true });
  const [{ now }] = await tx.query<[{ now: Date }]>("SELECT now()");
  const validFrom = publication.validFrom && publication.validFrom > now ? publication.validFrom : now;
  const { validTo } = publication;
  if (validTo && validTo <= validFrom) throw new DomainError("BAD_USER_INPUT", { field: "validTo" });
  await makeRoom(tx, { variantId: variant.id, revisionId: revision.id, validFrom, validTo });
  await tx.query(
    "INSERT INTO live_revision (brand_id, variant_id, revision_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)",
    [variant.brandId, variant.id, revision.id, validFrom, validTo],
  );
  return decideOn(tx, by, { locked, state: "live", report, validFrom, validTo });
}

interface Window {
  readonly variantId: string;
  readonly revisionId: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** Take away what is over, or is by this publication: a usual text that another takes the place of at once. */
async function makeRoom(tx: Tx, { variantId, revisionId, validFrom, validTo }: Window): Promise<void> {
  await tx.query(
    `DELETE FROM live_revision WHERE revision_id = $1
       OR (variant_id = $2 AND (valid_to <= now() OR ($4 AND valid_to IS NULL AND valid_from <= $3 AND $3 <= now())))`,
    [revisionId, variantId, validFrom, validTo === null],
  );
}

/** Use a text no more, with the reason. */
export const retireRevision = (act: ActAs, { templateRevisionId, reason }: Refused): Promise<Decided> =>
  decide(act, {
    templateRevisionId,
    ability: "template.approve",
    state: "retired",
    work: async (tx, by, locked) => {
      refuseOtherStates(locked, ["live", "approved"]);
      const words = needed(reason);
      await tx.query("DELETE FROM live_revision WHERE revision_id = $1", [locked.revision.id]);
      return decideOn(tx, by, { locked, state: "retired", reason: words });
    },
  });
