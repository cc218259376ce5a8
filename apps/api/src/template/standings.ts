import type { ChannelClass, Register, RevisionState, Staleness } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { may, type Viewer } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { stalenessOf } from "./live-variants.ts";

/** What has to be done about a variant. */
export type Need = "missing" | "draft" | "rejected" | "stale" | "comment" | "review" | "publish";

/** A variant's place among the others of its template and language. */
export interface VariantPlace {
  readonly register: Register;
  readonly channelClass: ChannelClass;
}

/** How a variant stands: its newest revision, the live one, and what is to be done. */
export interface VariantStanding extends VariantPlace {
  readonly variantId: string;
  readonly absentReason: string | null;
  /** Null when nothing has been written. */
  readonly templateRevisionId: string | null;
  readonly n: number;
  readonly state: RevisionState | null;
  readonly liveRevisionId: string | null;
  readonly liveN: number | null;
  readonly staleness: Staleness;
  readonly errors: number;
  readonly warnings: number;
  readonly comments: number;
  readonly needs: readonly Need[];
}

/** How a variant of a template stands. */
export interface StandingRow extends VariantStanding {
  readonly templateId: string;
  readonly locale: string;
  /** Of the source language only. */
  readonly title: string | null;
}

type Read = Omit<StandingRow, "needs" | "staleness"> & {
  readonly pinnedId: string | null;
  readonly pin: string | null;
  readonly own: boolean;
};

/** How every variant of a brand stands, by template. */
export async function standingsOf(
  db: EntityManager,
  viewer: Viewer,
  brand: Brand,
): Promise<ReadonlyMap<string, readonly StandingRow[]>> {
  const standings = await readStandings(db, { viewer, brand, counts: FINDINGS });
  return Map.groupBy(standings, ({ templateId }) => templateId);
}

/** How many texts that are there wait for the viewer. What is still missing waits for nobody yet. */
export async function tasksWaiting(db: EntityManager, viewer: Viewer, brandId: string): Promise<number> {
  const brand = await db.findOneBy(Brand, { id: brandId });
  if (!brand) return 0;
  const standings = await readStandings(db, { viewer, brand, counts: NO_FINDINGS });
  return standings.filter(
    ({ needs, n, absentReason }) => needs.length > 0 && (n > 0 || absentReason !== null),
  ).length;
}

interface StandingsAsked {
  readonly viewer: Viewer;
  readonly brand: Brand;
  /** SQL for how many findings there are. */
  readonly counts: string;
}

async function readStandings(
  db: EntityManager,
  { viewer, brand: { id: brandId, settings }, counts }: StandingsAsked,
): Promise<readonly StandingRow[]> {
  const rows = await db.query<Read[]>(standingsSql(counts), [brandId, viewer.id, settings.templateApproval]);
  const pinned = rows.flatMap((row) => (row.pinnedId === null ? [] : [{ ...row, revisionId: row.pinnedId }]));
  const stale = await stalenessOf(db, brandId, pinned);
  const can = {
    write: may(viewer, "template.write", brandId),
    approve: may(viewer, "template.approve", brandId),
  };
  return rows.map(({ pinnedId, pin: _, own, ...row }): StandingRow => {
    const level = stale.get(pinnedId ?? "") ?? "current";
    return { ...row, staleness: level, needs: needsOf({ ...row, staleness: level, own }, can) };
  });
}

/** What the viewer has to do: writers write, others approve; nobody is asked to approve their own words. */
function needsOf(
  standing: Omit<StandingRow, "needs"> & { readonly own: boolean },
  can: { readonly write: boolean; readonly approve: boolean },
): readonly Need[] {
  const { state, staleness, comments, own, liveRevisionId, templateRevisionId } = standing;
  const needs: Need[] = [];
  if (can.write && (state === "draft" || state === "rejected")) needs.push(state);
  if (can.write && (staleness === "wording" || staleness === "contract")) needs.push("stale");
  if (can.write && comments > 0) needs.push("comment");
  if (can.approve && state === "in-review" && !own) needs.push("review");
  if (can.approve && state === "approved" && templateRevisionId !== liveRevisionId) needs.push("publish");
  return needs;
}

const FINDINGS = `
    (SELECT count(*)::int FROM jsonb_path_query(h.checks, '$.findings[*] ? (@.severity == "error")')) AS errors,
    (SELECT count(*)::int FROM jsonb_path_query(h.checks, '$.findings[*] ? (@.severity == "warning")')) AS warnings,`;
const NO_FINDINGS = "0 AS errors, 0 AS warnings,";

/**
 * The newest revision of each variant beside its live one. Staleness is asked of the live one, else of the newest.
 * `LIMIT 1` keeps the planner from working out a view for all revisions before it joins them, and row-level security
 * from reading them all because `coalesce` might leak.
 */
const standingsSql = (counts: string): string => `
  SELECT v.template_id AS "templateId", v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass",
    v.absent_reason AS "absentReason", h.id AS "templateRevisionId", coalesce(h.n, 0) AS n, s.state,
    CASE WHEN v.locale = t.source_locale THEN h.title END AS title,
    l.revision_id AS "liveRevisionId", r.n AS "liveN", shown.id AS "pinnedId",
    p.source_revision_id AS pin,
    ${counts}
    (SELECT count(*)::int FROM variant_comment c WHERE c.variant_id = v.id AND c.resolved_at IS NULL) AS comments,
    s.state = 'in-review' AND $3 = 'another-person'
      AND EXISTS (SELECT 1 FROM template_authors(h.id) AS author WHERE author::text = $2) AS own
  FROM variant v JOIN template t ON t.id = v.template_id
  LEFT JOIN LATERAL (SELECT id, n, title, checks FROM template_revision WHERE variant_id = v.id ORDER BY n DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT state FROM revision_standing WHERE id = h.id LIMIT 1) s ON true
  LEFT JOIN live_now l ON l.variant_id = v.id
  LEFT JOIN template_revision r ON r.id = l.revision_id
  CROSS JOIN LATERAL (SELECT coalesce(l.revision_id, h.id) AS id LIMIT 1) shown
  LEFT JOIN LATERAL (SELECT source_revision_id FROM revision_source WHERE id = shown.id LIMIT 1) p ON true
  WHERE v.brand_id = $1 ORDER BY v.register, v.channel_class`;
