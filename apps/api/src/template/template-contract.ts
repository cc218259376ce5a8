import {
  type Block,
  type ChannelClass,
  type Contract,
  contractBreaks,
  descriptionProblems,
  type Register,
  type Variable,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { identified, type ReportedFinding } from "./check-report.ts";
import { Template } from "./template.entity.ts";

/** A text that would not fit its template after a change. */
export interface AffectedText {
  readonly variantId: string;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  readonly title: string;
  /** Whether agents are offered this text now. */
  readonly live: boolean;
  readonly findings: readonly ReportedFinding[];
}

type Row = Omit<AffectedText, "findings"> & { readonly blocks: readonly Block[] };

/** Another variable schema for a template, maybe half written. */
export interface OtherSchema {
  readonly templateId: string;
  readonly variables: readonly Variable[];
}

/** The texts that fit a template now and would not with other variables: each text's live revision, and its newest. */
export async function affectedTexts(
  db: EntityManager,
  { templateId, variables }: OtherSchema,
): Promise<readonly AffectedText[]> {
  const template = await db.findOneBy(Template, { id: templateId });
  if (!template) throw new DomainError("NOT_FOUND", { field: "templateId" });
  const changed = { variables: soundOnly(variables) };
  const blocks = await blockSchemas(db, template.brandId);
  const rows = await db.query<Row[]>(
    `SELECT v.id AS "variantId", v.locale, v.register, v.channel_class AS "channelClass", r.title, r.blocks,
       coalesce(r.id = l.revision_id, false) AS live
     FROM variant v LEFT JOIN live_now l ON l.variant_id = v.id
     JOIN LATERAL (SELECT id, title, blocks FROM template_revision WHERE variant_id = v.id AND id = l.revision_id
       UNION (SELECT id, title, blocks FROM template_revision WHERE variant_id = v.id ORDER BY n DESC LIMIT 1)) r ON true
     WHERE v.template_id = $1 AND v.absent_reason IS NULL
     ORDER BY v.locale <> $2, v.locale, v.register, v.channel_class, live DESC`,
    [template.id, template.sourceLocale],
  );
  const seen = new Set<string>();
  return rows.flatMap(({ blocks: texts, ...text }) => {
    const breaks = ({ variables }: Pick<Template, "variables">) =>
      identified(contractBreaks(texts, { variables, blocks }));
    const before = new Set(breaks(template).map(({ id }) => id));
    const findings = breaks(changed).filter(({ id }) => !before.has(id));
    if (findings.length === 0 || seen.has(text.variantId)) return [];
    seen.add(text.variantId);
    const said = new Map(findings.map((found) => [JSON.stringify([found.code, found.args]), found]));
    return [{ ...text, findings: [...said.values()] }];
  });
}

/** What is no variable yet could not be saved either. */
function soundOnly(variables: readonly Variable[]): readonly Variable[] {
  const problems = descriptionProblems({ intent: "", channelClasses: [], variables });
  const faulty = new Set(problems.map(({ variable }) => variable));
  return variables.filter((_, at) => !faulty.has(at));
}

/** The variables of a brand's shared blocks, by the blocks' keys. */
async function blockSchemas(db: EntityManager, brandId: string): Promise<Contract["blocks"]> {
  const rows = await db.query<{ key: string; variables: readonly Variable[] }[]>(
    "SELECT key, variables FROM template WHERE brand_id = $1 AND kind = 'block'",
    [brandId],
  );
  return new Map(rows.map(({ key, variables }) => [key, variables]));
}

/** Which of some revisions do not fit their templates. Only templates that were ever changed are looked into. */
export async function breakingRevisions(
  db: EntityManager,
  brandId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string; blocks: readonly Block[]; variables: readonly Variable[] }[]>(
    `SELECT r.id, r.blocks, t.variables FROM template t JOIN variant v ON v.template_id = t.id
     JOIN template_revision r ON r.variant_id = v.id
     WHERE t.brand_id = $1 AND t.version > 1 AND r.id = ANY ($2::uuid[])`,
    [brandId, ids],
  );
  if (rows.length === 0) return new Set();
  const schemas = await blockSchemas(db, brandId);
  const breaking = rows.filter(
    ({ blocks, variables }) => contractBreaks(blocks, { variables, blocks: schemas }).length > 0,
  );
  return new Set(breaking.map(({ id }) => id));
}
