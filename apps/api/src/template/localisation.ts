import { type Register, resolveVariant } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { may, type Viewer } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { registerFor } from "./brand-register.ts";
import {
  type Need,
  type StandingRow,
  standingsOf,
  type VariantPlace,
  type VariantStanding,
} from "./standings.ts";
import { Template } from "./template.entity.ts";

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
