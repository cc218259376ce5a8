import {
  type Block,
  type CheckFacts,
  checkVariant,
  type RevisionOrigin,
  type Staleness,
  staleness,
  type VariantKey,
  type VariantText,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { brandLanguages } from "./brand-languages.ts";
import { templateFacts } from "./check-facts.ts";
import { identified, type ReportedFinding } from "./check-report.ts";
import { glossaryOf } from "./glossary.ts";
import { translationsOf } from "./memory.ts";
import { type SourceText, sourceFor, sourceTexts } from "./source-text.ts";
import { type Template, TemplateRevision } from "./template.entity.ts";

/** A text with all that the checks have to know of it. */
export interface TextToCheck {
  readonly template: Template;
  readonly key: VariantKey;
  readonly blocks: readonly Block[];
  /** The source revision it was made from, or held against since. */
  readonly sourceRevisionId: string | null;
  readonly origin: RevisionOrigin;
  /** Whether a person has read what a machine wrote. */
  readonly read: boolean;
}

let facts: ReturnType<typeof templateFacts> | undefined;

/** Run the 27 checks with all that the brand knows: its blocks, glossary, translations and sources. */
export async function checkText(db: EntityManager, text: TextToCheck): Promise<readonly ReportedFinding[]> {
  const { template, key, blocks } = text;
  const { brandId } = template;
  facts ??= templateFacts();
  const sources = (await sourceTexts(db, { brandId, templateId: template.id })).get(template.id) ?? [];
  const source = sourceFor(sources, key);
  const languageOf = await brandLanguages(db, brandId);
  const known: CheckFacts = {
    ...(await facts)(key.locale),
    language: languageOf(key.locale),
    sourceLanguage: languageOf(template.sourceLocale),
    glossary: await glossaryOf(db, brandId),
    origin: text.origin,
    read: text.read,
    ...(source && {
      staleness: await stalenessAgainst(db, text.sourceRevisionId, source),
      translationsOf: await translationsOf(db, { brandId, templateId: template.id, key, source }),
    }),
  };
  const variant: VariantText = { ...key, template: template.key, blocks, absent: false };
  const siblings = await siblingsOf(db, template, key);
  return identified(
    checkVariant({ variant, source: source && asText(source, template), template, siblings }, known),
  );
}

/** How far the source has moved; a text without a pin was made from nothing that is known. */
export async function stalenessAgainst(
  db: EntityManager,
  pinnedId: string | null,
  source: SourceText,
): Promise<Staleness> {
  if (pinnedId === null || pinnedId === source.revisionId) return "current";
  const pinned = await db.findOneBy(TemplateRevision, { id: pinnedId });
  return pinned ? staleness(pinned.blocks, source.blocks) : "current";
}

const asText = ({ locale, register, channelClass, blocks }: SourceText, { key }: Template): VariantText => ({
  locale,
  register,
  channelClass,
  blocks,
  template: key,
  absent: false,
});

/** The channel classes for which the language has texts of their own. */
async function siblingsOf(db: EntityManager, { id }: Template, { locale, register }: VariantKey) {
  const rows = await db.query<{ channelClass: VariantKey["channelClass"] }[]>(
    `SELECT channel_class AS "channelClass" FROM variant
     WHERE template_id = $1 AND locale = $2 AND register = $3 AND absent_reason IS NULL`,
    [id, locale, register],
  );
  return rows.map(({ channelClass }) => channelClass);
}
