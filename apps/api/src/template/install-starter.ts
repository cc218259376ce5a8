import type { Block, Variable } from "@parley/shared/template";
import type { ActAs, Tx } from "../base/tx.ts";
import { rememberStarter } from "./remember-starter.ts";
import { searchable } from "./save-variant.ts";
import { sourceFor, sourceTexts } from "./source-text.ts";
import { type StarterTemplates, starterTemplates } from "./starter-templates.ts";
import type { Template, TemplateRevision, Variant } from "./template.entity.ts";

export interface StarterInstall {
  readonly brandId: string;
  /** Only these languages and the one the templates are written in first; others are passed over. */
  readonly locales: readonly string[];
}

type StarterText = Pick<Variant, "locale" | "register" | "channelClass"> &
  Pick<Template, "kind" | "key"> &
  Pick<TemplateRevision, "title" | "blocks" | "keywords" | "samples"> & { readonly absent: boolean };

/** Give a brand the starter templates. What it has under the same key stays as it is. Gives how many variants came. */
export async function installStarter(act: ActAs, { brandId, locales }: StarterInstall): Promise<number> {
  const starter = starterTemplates();
  const { sourceLocale } = starter.catalogue;
  const texts = textsOf(starter, new Set([sourceLocale, ...locales]));
  const { variants: came } = await act({
    do: async (tx) => {
      await insertTemplates(tx, brandId, starter);
      const added = await insertVariants(tx, brandId, texts);
      const isNew = ({ kind, key, locale, register, channelClass, absent }: StarterText) =>
        !absent && added.has([kind, key, locale, register, channelClass].join("/"));
      const fresh = texts.filter(isNew);
      // Translations are pinned to the sources, so these have to be there first.
      await insertRevisions(
        tx,
        brandId,
        fresh.filter(({ locale }) => locale === sourceLocale),
      );
      await insertRevisions(
        tx,
        brandId,
        fresh.filter(({ locale }) => locale !== sourceLocale),
      );
      const pairs = await rememberStarter(tx, brandId);
      return { variants: added.size, pairs };
    },
    record: ({ variants, pairs }) => ({
      action: "templates.installed",
      brandId,
      subjectId: brandId,
      facts: { variants, pairs, locales: [...new Set(texts.map(({ locale }) => locale))] },
    }),
    changes: () => [{ kind: "template", id: brandId, brandId }],
  });
  return came;
}

function textsOf({ languages }: StarterTemplates, wanted: ReadonlySet<string>): readonly StarterText[] {
  return languages
    .filter(({ language }) => wanted.has(language.locale))
    .flatMap(({ language, templates }) => [
      ...language.blocks.map(({ block, text, locale, register, channelClass }): StarterText => {
        const blocks: readonly Block[] = [{ kind: "own", text }];
        const words = { title: block, keywords: [], samples: [] };
        return { kind: "block", key: block, locale, register, channelClass, blocks, absent: false, ...words };
      }),
      ...templates.flatMap(({ key, title, keywords, samples, variants }) =>
        variants.map(
          (variant): StarterText => ({ kind: "reply", key, title, keywords, samples, ...variant }),
        ),
      ),
    ]);
}

interface Described {
  readonly kind: Template["kind"];
  readonly key: string;
  readonly intent: string;
  readonly channelClasses: readonly string[];
  readonly variables: readonly Variable[];
}

async function insertTemplates(tx: Tx, brandId: string, { catalogue }: StarterTemplates): Promise<void> {
  const { templates, blocks, sourceLocale } = catalogue;
  const described: readonly Described[] = [
    ...blocks.map(
      (block): Described => ({ ...block, kind: "block", intent: block.key, channelClasses: ["any"] }),
    ),
    ...templates.map((template): Described => ({ ...template, kind: "reply" })),
  ];
  await tx.query(
    `INSERT INTO template (brand_id, kind, key, intent, channel_classes, source_locale, variables)
     SELECT $1, kind, key, intent, string_to_array(classes, ','), $2, variables
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[]) AS t(kind, key, intent, classes, variables)
     ON CONFLICT DO NOTHING`,
    [
      brandId,
      sourceLocale,
      described.map(({ kind }) => kind),
      described.map(({ key }) => key),
      described.map(({ intent }) => intent),
      described.map(({ channelClasses }) => channelClasses.join(",")),
      described.map(({ variables }) => JSON.stringify(variables)),
    ],
  );
}

/** The variants that were not there before, as `kind/key/locale/register/channelClass`. */
async function insertVariants(
  tx: Tx,
  brandId: string,
  texts: readonly StarterText[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ name: string }[]>(
    `WITH added AS (
       INSERT INTO variant (brand_id, template_id, locale, register, channel_class, absent_reason)
       SELECT $1, t.id, v.locale, v.register, v.channel_class, CASE WHEN v.absent THEN 'starter' END
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[])
         AS v(kind, key, locale, register, channel_class, absent)
       JOIN template t ON t.brand_id = $1 AND t.kind = v.kind AND t.key = v.key
       ON CONFLICT DO NOTHING RETURNING template_id, locale, register, channel_class)
     SELECT concat_ws('/', t.kind, t.key, a.locale, a.register, a.channel_class) AS name
     FROM added a JOIN template t ON t.id = a.template_id`,
    [...keysOf(brandId, texts), texts.map(({ absent }) => absent)],
  );
  return new Set(rows.map(({ name }) => name));
}

const keysOf = (brandId: string, texts: readonly StarterText[]) => [
  brandId,
  texts.map(({ kind }) => kind),
  texts.map(({ key }) => key),
  texts.map(({ locale }) => locale),
  texts.map(({ register }) => register),
  texts.map(({ channelClass }) => channelClass),
];

/** First revisions, live at once and pinned to the sources as they are now. */
async function insertRevisions(tx: Tx, brandId: string, texts: readonly StarterText[]): Promise<void> {
  const pins = await pinsOf(tx, brandId, texts);
  const found = texts.map((text) => searchable(text.key, text));
  await tx.query(
    `WITH texts AS (
       SELECT v.id AS variant_id, x.title, x.blocks, x.keywords, x.samples, x.pin, x.says, x.words
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[], $10::jsonb[], $11::uuid[], $12::text[], $13::text[])
         AS x(kind, key, locale, register, channel_class, title, blocks, keywords, samples, pin, says, words)
       JOIN template t ON t.brand_id = $1 AND t.kind = x.kind AND t.key = x.key
       JOIN variant v ON v.template_id = t.id AND v.locale = x.locale AND v.register = x.register
         AND v.channel_class = x.channel_class),
     made AS (
       INSERT INTO template_revision
         (brand_id, variant_id, n, title, blocks, keywords, samples, source_revision_id, origin, says, words)
       SELECT $1, variant_id, 1, title, blocks, keywords, samples, pin, 'starter', says, words
       FROM texts RETURNING id, variant_id),
     decided AS (
       INSERT INTO template_decision (brand_id, variant_id, revision_id, state, valid_from)
       SELECT $1, variant_id, id, 'live', now() FROM made)
     INSERT INTO live_revision (brand_id, variant_id, revision_id) SELECT $1, variant_id, id FROM made`,
    [
      ...keysOf(brandId, texts),
      texts.map(({ title }) => title),
      texts.map(({ blocks }) => JSON.stringify(blocks)),
      texts.map(({ keywords }) => JSON.stringify(keywords)),
      texts.map(({ samples }) => JSON.stringify(samples)),
      pins,
      found.map(({ says }) => says),
      found.map(({ words }) => words),
    ],
  );
}

async function pinsOf(tx: Tx, brandId: string, texts: readonly StarterText[]) {
  const sources = await sourceTexts(tx, { brandId });
  const templates = await tx.query<{ name: string; id: string }[]>(
    "SELECT concat_ws('/', kind, key) AS name, id FROM template WHERE brand_id = $1",
    [brandId],
  );
  const ids = new Map(templates.map(({ name, id }) => [name, id]));
  return texts.map((text) => {
    const own = sources.get(ids.get(`${text.kind}/${text.key}`) ?? "") ?? [];
    return sourceFor(own, text)?.revisionId ?? null;
  });
}
