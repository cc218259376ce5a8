import type { Exchangeable, UnitState } from "@parley/shared/interchange";
import type { Block, RevisionState, Staleness, VariantKey, VariantText } from "@parley/shared/template";
import { resolveVariant } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { Brand } from "../brand/brand.entity.ts";
import { registerFor } from "./brand-register.ts";
import { staleRevisions } from "./live-variants.ts";
import { isTag } from "./save-variant.ts";
import { type SourceText, sourceFor, sourceTexts } from "./source-text.ts";
import { Template } from "./template.entity.ts";

/** Which texts are handed to translators. */
export interface Handout {
  readonly brandId: string;
  readonly kind: Template["kind"];
  readonly locale: string;
}

/** A variant as translators get it, with what an import has to know to store it. */
export interface HandedOut extends Exchangeable {
  readonly templateId: string;
  /** The newest revision; null when nothing has been written. */
  readonly baseId: string | null;
  readonly sourceRevisionId: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
}

interface Target extends VariantKey {
  readonly templateId: string;
  readonly absent: boolean;
  readonly revisionId: string | null;
  readonly n: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
  readonly state: RevisionState;
}

/** How far the work on a unit has come; what is behind its source has to be done again. */
const WORK: Readonly<Record<RevisionState, UnitState>> = {
  draft: "translated",
  "in-review": "translated",
  rejected: "translated",
  approved: "reviewed",
  live: "final",
  retired: "final",
};
/** Posts of the short class hold at most so many signs. */
const SHORT = 280;

/** Every text of a brand in one language with its source: what is written, and what the brand needs and is missing. */
export async function handOut(
  db: EntityManager,
  { brandId, kind, locale }: Handout,
): Promise<readonly HandedOut[]> {
  if (!isTag(locale)) throw new DomainError("UNKNOWN_LOCALE", { locale });
  const brand = await db.findOneByOrFail(Brand, { id: brandId });
  const templates = await db.find(Template, { where: { brandId, kind }, order: { key: "ASC" } });
  const sources = await sourceTexts(db, { brandId });
  const targets = Map.groupBy(await targetsIn(db, brandId, locale), ({ templateId }) => templateId);
  const stale = await staleRevisions(
    db,
    brandId,
    [...targets.values()].flat().flatMap(({ revisionId }) => (revisionId ? [revisionId] : [])),
  );
  return templates
    .filter(({ sourceLocale }) => sourceLocale !== locale)
    .flatMap((template) => {
      const own = targets.get(template.id) ?? [];
      const theirs = sources.get(template.id) ?? [];
      const written = own.filter(({ n, absent }) => n > 0 && !absent);
      const places = template.channelClasses.map((channelClass) => ({
        locale,
        register: registerFor(brand.settings, locale),
        channelClass,
      }));
      const missing = places.filter((place) => !covers(own, place));
      return [...written, ...missing].flatMap((place) => {
        const source = sourceFor(theirs, place);
        return source ? [handedOut(template, source, { place, stale })] : [];
      });
    });
}

/** Whether there is a text, or a decision against one, in this register for the channel class. */
const covers = (own: readonly Target[], place: VariantKey): boolean =>
  resolveVariant(
    own.filter(({ register }) => register === place.register),
    { ...place, otherLocales: [] },
  )?.compromises.length === 0;

function handedOut(
  template: Template,
  source: SourceText,
  { place, stale }: { readonly place: Target | VariantKey; readonly stale: ReadonlyMap<string, Staleness> },
): HandedOut {
  const { locale, register, channelClass } = place;
  const target = "blocks" in place ? place : null;
  const text = (key: VariantKey, blocks: readonly Block[]): VariantText => ({
    locale: key.locale,
    register: key.register,
    channelClass: key.channelClass,
    template: template.key,
    blocks,
    absent: false,
  });
  const level = stale.get(target?.revisionId ?? "") ?? "current";
  const behind = level === "wording" || level === "contract";
  const { title, keywords, samples } = target ?? { ...source, keywords: [], samples: [] };
  return {
    template,
    templateId: template.id,
    register,
    channelClass,
    source: text(source, source.blocks),
    target: target && text({ locale, register, channelClass }, target.blocks),
    baseId: target?.revisionId ?? null,
    sourceRevisionId: source.revisionId,
    revision: target?.n ?? 0,
    state: target && !behind ? WORK[target.state] : "initial",
    limit: channelClass === "short" ? SHORT : null,
    note: template.intent,
    title,
    keywords,
    samples,
  };
}

const targetsIn = (db: EntityManager, brandId: string, locale: string): Promise<readonly Target[]> =>
  db.query(
    `SELECT v.template_id AS "templateId", v.locale, v.register, v.channel_class AS "channelClass",
       v.absent_reason IS NOT NULL AS absent, r.id AS "revisionId", coalesce(r.n, 0) AS n, r.title, r.blocks, r.keywords,
       r.samples, s.state
     FROM variant v
     LEFT JOIN LATERAL (SELECT * FROM template_revision WHERE variant_id = v.id ORDER BY n DESC LIMIT 1) r ON true
     LEFT JOIN LATERAL (SELECT state FROM revision_standing WHERE id = r.id LIMIT 1) s ON true
     WHERE v.brand_id = $1 AND v.locale = $2 AND (r.id IS NOT NULL OR v.absent_reason IS NOT NULL)
     ORDER BY v.register, v.channel_class`,
    [brandId, locale],
  );
