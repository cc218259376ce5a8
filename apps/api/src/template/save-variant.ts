import {
  type Block,
  CHANNEL_CLASSES,
  type ChannelClass,
  REGISTERS,
  type Register,
  type RevisionOrigin,
  searchForm,
  searchText,
  type VariantKey,
} from "@parley/shared/template";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { may, type Viewer } from "../base/viewer.ts";
import { countOf, reportOf } from "./check-report.ts";
import { checkText } from "./check-text.ts";
import { keyOf, type LockedVariant, lockVariant, recordOf, variantChanged } from "./lock-variant.ts";
import { originOf } from "./machine-origin.ts";
import { sourceFor, sourceTexts } from "./source-text.ts";
import { Template, TemplateRevision, Variant } from "./template.entity.ts";

/** What a localiser wrote. */
export interface SavedVariant {
  readonly templateId: string;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
  readonly blocks: readonly Block[];
  /** The revision the text was changed from; null when it is the first. */
  readonly baseId: string | null;
  /** The source revision that was on screen; the newest when null. */
  readonly sourceRevisionId: string | null;
  readonly origin: RevisionOrigin;
  /** Made by the client for each save: a repeated request changes nothing. */
  readonly clientId: string;
}

export interface SavedRevision extends LockedVariant {
  readonly revision: TemplateRevision;
  readonly repeated: boolean;
}

const MOST = { blocks: 20, keywords: 40, samples: 40, title: 120, line: 500 } as const;

/** Store a text as the variant's next revision, with what the checks say. A text made from an older revision is refused. */
export function saveVariant(act: ActAs, saved: SavedVariant): Promise<SavedRevision> {
  refuseUnfit(saved);
  return act({
    do: (tx, by) => storeVariant(tx, by, saved),
    record: (done) => (done.repeated ? [] : savedRecord(done)),
    changes: ({ variant, repeated }) => (repeated ? [] : [variantChanged(variant)]),
  });
}

/** The writing half of a save, for acts that save several. */
export async function storeVariant(tx: Tx, by: Viewer, saved: SavedVariant): Promise<SavedRevision> {
  const locked = await lockOrAdd(tx, by, saved);
  const { variant } = locked;
  const before = await tx.findOneBy(TemplateRevision, { authorId: by.id, clientId: saved.clientId });
  if (before) return { ...locked, revision: same(before, saved), repeated: true };
  const newest = await tx.findOne(TemplateRevision, {
    where: { variantId: variant.id },
    order: { n: "DESC" },
  });
  if ((newest?.id ?? null) !== saved.baseId)
    throw new DomainError("STALE", { templateRevisionId: newest?.id ?? null, n: newest?.n ?? 0 });
  if (variant.absentReason !== null) await tx.update(Variant, { id: variant.id }, { absentReason: null });
  const sourceRevisionId = await pinOf(tx, locked, saved);
  const { template } = locked;
  const { blocks } = saved;
  const origin = saved.origin === "human" ? await originOf(tx, variant, blocks) : saved.origin;
  const findings = await checkText(tx, {
    template,
    key: keyOf(variant),
    blocks,
    sourceRevisionId,
    origin,
    read: false,
  });
  const { id } = await tx.save(TemplateRevision, {
    brandId: variant.brandId,
    variantId: variant.id,
    n: (newest?.n ?? 0) + 1,
    title: saved.title.trim(),
    blocks,
    keywords: saved.keywords,
    samples: saved.samples,
    authorId: by.kind === "system" ? null : by.id,
    origin,
    parentId: newest?.id ?? null,
    sourceRevisionId,
    checks: reportOf(findings),
    clientId: saved.clientId,
    ...searchable(template.key, saved),
  });
  return { ...locked, revision: await tx.findOneByOrFail(TemplateRevision, { id }), repeated: false };
}

export const savedRecord = (done: SavedRevision) => {
  const { title, blocks, keywords, samples, origin, checks, sourceRevisionId } = done.revision;
  return recordOf(done, "template.saved", {
    payload: { title, blocks, keywords, samples },
    facts: {
      origin,
      source_revision_id: sourceRevisionId,
      errors: countOf(checks, "error"),
      warnings: countOf(checks, "warning"),
    },
  });
};

/** Two people may begin the same variant at once: one row, and the second save meets the first one's revision. */
async function lockOrAdd(tx: Tx, by: Viewer, saved: SavedVariant): Promise<LockedVariant> {
  const template = await tx.findOneBy(Template, { id: saved.templateId });
  if (!template) throw new DomainError("NOT_FOUND", { template: saved.templateId });
  const { id, brandId } = template;
  if (!may(by, "template.write", brandId)) throw new DomainError("FORBIDDEN", { ability: "template.write" });
  const key = { locale: saved.locale, register: saved.register, channelClass: saved.channelClass };
  await tx
    .createQueryBuilder()
    .insert()
    .into(Variant)
    .values({ brandId, templateId: id, ...key })
    .orIgnore()
    .execute();
  const variant = await tx.findOneByOrFail(Variant, { templateId: id, ...key });
  return lockVariant(tx, by, { variantId: variant.id, ability: "template.write" });
}

/** What the text is pinned to: the source that was on screen, if it is one of this template's. */
async function pinOf(
  tx: Tx,
  { template, variant }: LockedVariant,
  saved: SavedVariant,
): Promise<string | null> {
  if (variant.locale === template.sourceLocale) return null;
  const sources = await sourceTexts(tx, { brandId: template.brandId, templateId: template.id });
  const current = sourceFor(sources.get(template.id) ?? [], keyOf(variant));
  if (saved.sourceRevisionId === null) return current?.revisionId ?? null;
  const [known] = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM template_revision r JOIN variant v ON v.id = r.variant_id
     WHERE r.id = $1 AND v.template_id = $2 AND v.locale = $3`,
    [saved.sourceRevisionId, template.id, template.sourceLocale],
  );
  if (!known) throw new DomainError("NOT_FOUND", { templateRevision: saved.sourceRevisionId });
  return known.id;
}

function same(revision: TemplateRevision, { blocks, title }: SavedVariant): TemplateRevision {
  const changed =
    revision.title !== title.trim() || JSON.stringify(revision.blocks) !== JSON.stringify(blocks);
  if (changed) throw new DomainError("SAME_KEY_OTHER_CONTENT", { field: "clientId" });
  return revision;
}

/** Refuse a place no variant can have: a tag, register or channel class nobody knows. */
export function refuseUnfitKey({ locale, register, channelClass }: VariantKey): void {
  if (!isTag(locale)) throw new DomainError("UNKNOWN_LOCALE", { locale });
  if (!REGISTERS.includes(register)) bad("register");
  if (!CHANNEL_CLASSES.includes(channelClass)) bad("channelClass");
}

function refuseUnfit({ title, blocks, keywords, samples, ...key }: SavedVariant): void {
  refuseUnfitKey(key);
  if (blocks.length === 0 || blocks.length > MOST.blocks) bad("blocks");
  if (title.length > MOST.title) bad("title");
  if (keywords.length > MOST.keywords || keywords.some((word) => word.length > MOST.line)) bad("keywords");
  if (samples.length > MOST.samples || samples.some((line) => line.length > MOST.line)) bad("samples");
}

function bad(field: string): never {
  throw new DomainError("BAD_USER_INPUT", { field });
}

/** Whether a text is a language tag in its canonical spelling. */
export const isTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(tag);

/** What search reads of a text. */
export function searchable(
  template: string,
  { title, keywords, blocks }: Pick<SavedVariant, "title" | "keywords" | "blocks">,
): Pick<TemplateRevision, "says" | "words"> {
  const says = searchText(blocks);
  return { says, words: searchForm([title, ...keywords, template].join(" ")) };
}
