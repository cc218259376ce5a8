import {
  type ChannelClass,
  type Register,
  type RevisionState,
  resolveVariant,
  type Staleness,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { may, type Viewer } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { registerFor } from "./brand-register.ts";
import { stalenessOf } from "./live-variants.ts";
import { Template } from "./template.entity.ts";

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

export interface LocalisationCell {
  readonly locale: string;
  readonly variants: readonly VariantStanding[];
  /** What the brand's register and the template's channels ask for, and nobody has written. */
  readonly missing: readonly VariantPlace[];
  readonly needs: readonly Need[];
}

export interface LocalisationRow {
  readonly template: Template;
  /** The title in the language it is written in first; its key when it has none. */
  readonly title: string;
  readonly cells: readonly LocalisationCell[];
}

export interface LocaleCoverage {
  readonly locale: string;
  /** Texts that the brand needs. */
  readonly wanted: number;
  /** Of these, live ones and those left out on purpose. */
  readonly covered: number;
  /** Live texts that say something else than their source, or say it otherwise. */
  readonly stale: number;
}

export interface Localisation {
  readonly coverage: readonly LocaleCoverage[];
  readonly rows: readonly LocalisationRow[];
}

export interface LocalisationAsked {
  readonly brandId: string;
  readonly kind: Template["kind"] | null;
  /** All languages of the brand when null. */
  readonly locales: readonly string[] | null;
  /** Only rows and cells where the viewer has something to do. */
  readonly needsMe: boolean;
}

/** How every template of a brand stands in every language. */
export async function localisation(
  db: EntityManager,
  viewer: Viewer,
  asked: LocalisationAsked,
): Promise<Localisation> {
  const brand = await db.findOneBy(Brand, { id: asked.brandId });
  if (!brand) return { coverage: [], rows: [] };
  const all = await db.find(Template, {
    where: { brandId: brand.id, ...(asked.kind && { kind: asked.kind }) },
    order: { kind: "DESC", key: "ASC" },
  });
  const standings = await standingsOf(db, viewer, brand);
  const titles = new Map(
    [...standings].flatMap(([id, rows]) =>
      rows.flatMap(({ title }) => (title ? [[id, title] as const] : [])),
    ),
  );
  const languages = new Set([...all.map(({ sourceLocale }) => sourceLocale), ...brand.settings.languages]);
  const locales = [...languages].filter((locale) => !asked.locales || asked.locales.includes(locale));
  const rows = all.map((template) => ({
    template,
    title: titles.get(template.id) ?? template.key,
    cells: locales.map((locale) =>
      cellOf(locale, {
        template,
        register: registerFor(brand.settings, locale),
        variants: standings.get(template.id)?.filter((one) => one.locale === locale) ?? [],
        mayWrite: may(viewer, "template.write", brand.id),
      }),
    ),
  }));
  const coverage = locales.map((locale) => coverageOf(locale, rows, registerFor(brand.settings, locale)));
  return { coverage, rows: asked.needsMe ? needing(rows) : rows };
}

const needing = (rows: readonly LocalisationRow[]): readonly LocalisationRow[] =>
  rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ needs }) => needs.length > 0) }))
    .filter(({ cells }) => cells.length > 0);

interface CellParts {
  readonly template: Template;
  readonly register: Register;
  readonly variants: readonly StandingRow[];
  readonly mayWrite: boolean;
}

function cellOf(locale: string, { template, register, variants, mayWrite }: CellParts): LocalisationCell {
  const there = variants.filter(({ n, absentReason }) => n > 0 || absentReason !== null);
  const missing = template.channelClasses
    .map((channelClass) => ({ register, channelClass }))
    .filter((place) => !covers(there, { locale, ...place }));
  const needs = new Set(there.flatMap((variant) => variant.needs));
  if (missing.length > 0 && mayWrite) needs.add("missing");
  return { locale, variants: there, missing, needs: [...needs] };
}

/** Whether a variant of the same register says it for a channel class, without being one for another. */
function covers(
  variants: readonly StandingRow[],
  wanted: VariantPlace & { readonly locale: string },
): boolean {
  const same = variants.filter(({ register }) => register === wanted.register);
  return resolveVariant(same, { ...wanted, otherLocales: [] })?.compromises.length === 0;
}

function coverageOf(locale: string, rows: readonly LocalisationRow[], register: Register): LocaleCoverage {
  let [wanted, covered, stale] = [0, 0, 0];
  for (const { template, cells } of rows) {
    const variants = cells.find((cell) => cell.locale === locale)?.variants ?? [];
    const done = variants
      .filter(({ liveRevisionId, absentReason }) => liveRevisionId !== null || absentReason !== null)
      .map((variant) => ({ ...variant, locale }) as StandingRow);
    wanted += template.channelClasses.length;
    covered += template.channelClasses.filter((channelClass) =>
      covers(done, { locale, register, channelClass }),
    ).length;
    stale += done.filter(({ staleness }) => staleness === "wording" || staleness === "contract").length;
  }
  return { locale, wanted, covered, stale };
}

interface StandingRow extends VariantStanding {
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

async function standingsOf(
  db: EntityManager,
  viewer: Viewer,
  { id: brandId, settings }: Brand,
): Promise<ReadonlyMap<string, readonly StandingRow[]>> {
  const rows = await db.query<Read[]>(STANDINGS, [brandId, viewer.id, settings.templateApproval]);
  const pinned = rows.flatMap((row) => (row.pinnedId === null ? [] : [{ ...row, revisionId: row.pinnedId }]));
  const stale = await stalenessOf(db, brandId, pinned);
  const can = {
    write: may(viewer, "template.write", brandId),
    approve: may(viewer, "template.approve", brandId),
  };
  const standings = rows.map(({ pinnedId, pin: _, own, ...row }): StandingRow => {
    const level = stale.get(pinnedId ?? "") ?? "current";
    return { ...row, staleness: level, needs: needsOf({ ...row, staleness: level, own }, can) };
  });
  return Map.groupBy(standings, ({ templateId }) => templateId);
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

/**
 * The newest revision of each variant beside its live one. Staleness is asked of the live one, else of the newest.
 * `LIMIT 1` keeps the planner from working out a view for all revisions before it joins them, and row-level security
 * from reading them all because `coalesce` might leak.
 */
const STANDINGS = `
  SELECT v.template_id AS "templateId", v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass",
    v.absent_reason AS "absentReason", h.id AS "templateRevisionId", coalesce(h.n, 0) AS n, s.state,
    CASE WHEN v.locale = t.source_locale THEN h.title END AS title,
    l.revision_id AS "liveRevisionId", r.n AS "liveN", shown.id AS "pinnedId",
    p.source_revision_id AS pin,
    (SELECT count(*)::int FROM jsonb_path_query(h.checks, '$.findings[*] ? (@.severity == "error")')) AS errors,
    (SELECT count(*)::int FROM jsonb_path_query(h.checks, '$.findings[*] ? (@.severity == "warning")')) AS warnings,
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
