import type { StarterTemplate } from "@parley/shared/template";
import type { ActAs, Tx } from "../base/tx.ts";
import { readStarterTemplates, type StarterTemplates } from "./starter-templates.ts";

export interface StarterInstall {
  readonly brandId: string;
  /** Only these languages; a language without starter templates is passed over. */
  readonly locales: readonly string[];
}

/** Give a brand the starter templates. What it has under the same key stays as it is. Gives how many variants came. */
export function installStarter(act: ActAs, { brandId, locales }: StarterInstall): Promise<number> {
  const starter = readStarterTemplates(locales);
  return act({
    do: async (tx) => {
      await insertTemplates(tx, brandId, starter);
      const added = await insertVariants(tx, brandId, starter);
      await insertRevisions(tx, brandId, { starter, added: new Set(added) });
      return added.length;
    },
    record: (variants) => ({
      action: "templates.installed",
      brandId,
      subjectId: brandId,
      facts: { variants, locales: starter.languages.map(({ language }) => language.locale) },
    }),
    changes: () => [{ kind: "template", id: brandId, brandId }],
  });
}

async function insertTemplates(tx: Tx, brandId: string, { catalogue }: StarterTemplates): Promise<void> {
  const { templates } = catalogue;
  await tx.query(
    `INSERT INTO template (brand_id, key, intent, channel_classes, source_locale, variables)
     SELECT $1, key, intent, string_to_array(classes, ','), $2, variables
     FROM unnest($3::text[], $4::text[], $5::text[], $6::jsonb[]) AS t(key, intent, classes, variables)
     ON CONFLICT DO NOTHING`,
    [
      brandId,
      catalogue.sourceLocale,
      templates.map(({ key }) => key),
      templates.map(({ intent }) => intent),
      templates.map(({ channelClasses }) => channelClasses.join(",")),
      templates.map(({ variables }) => JSON.stringify(variables)),
    ],
  );
}

interface StarterVariant {
  readonly file: StarterTemplate;
  readonly variant: StarterTemplate["variants"][number];
}

const variantsOf = ({ languages }: StarterTemplates): readonly StarterVariant[] =>
  languages.flatMap(({ templates }) =>
    templates.flatMap((file) => file.variants.map((variant) => ({ file, variant }))),
  );

/** The ids of the variants that were not there before. */
async function insertVariants(
  tx: Tx,
  brandId: string,
  starter: StarterTemplates,
): Promise<readonly string[]> {
  const variants = variantsOf(starter);
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO variant (brand_id, template_id, locale, register, channel_class, absent_reason)
     SELECT $1, t.id, v.locale, v.register, v.channel_class, CASE WHEN v.absent THEN 'starter' END
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bool[]) AS v(key, locale, register, channel_class, absent)
     JOIN template t ON t.brand_id = $1 AND t.key = v.key
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      brandId,
      variants.map(({ file }) => file.key),
      variants.map(({ variant }) => variant.locale),
      variants.map(({ variant }) => variant.register),
      variants.map(({ variant }) => variant.channelClass),
      variants.map(({ variant }) => variant.absent),
    ],
  );
  return rows.map(({ id }) => id);
}

interface Installing {
  readonly starter: StarterTemplates;
  readonly added: ReadonlySet<string>;
}

async function insertRevisions(tx: Tx, brandId: string, { starter, added }: Installing): Promise<void> {
  const variants = variantsOf(starter).filter(({ variant }) => !variant.absent);
  await tx.query(
    `WITH texts AS (
       SELECT v.id AS variant_id, x.title, x.blocks, x.samples
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[])
         AS x(key, locale, register, channel_class, title, blocks, samples)
       JOIN template t ON t.brand_id = $1 AND t.key = x.key
       JOIN variant v ON v.template_id = t.id AND v.locale = x.locale AND v.register = x.register
         AND v.channel_class = x.channel_class AND v.id = ANY ($9::uuid[])),
     made AS (
       INSERT INTO template_revision (brand_id, variant_id, n, title, blocks, samples, origin)
       SELECT $1, variant_id, 1, title, blocks, samples, 'starter' FROM texts RETURNING id, variant_id)
     UPDATE variant SET live_revision_id = made.id FROM made WHERE variant.id = made.variant_id`,
    [
      brandId,
      variants.map(({ file }) => file.key),
      variants.map(({ variant }) => variant.locale),
      variants.map(({ variant }) => variant.register),
      variants.map(({ variant }) => variant.channelClass),
      variants.map(({ file }) => file.title),
      variants.map(({ variant }) => JSON.stringify(variant.blocks)),
      variants.map(({ file }) => JSON.stringify(file.samples)),
      [...added],
    ],
  );
}
