import type { EntityManager } from "typeorm";
import type { ReportedFinding } from "./check-report.ts";
import { checkText } from "./check-text.ts";
import { keyOf } from "./lock-variant.ts";
import { Template, TemplateRevision, type Variant } from "./template.entity.ts";

interface Stored {
  readonly template: Template;
  readonly variant: Variant;
  readonly revision: TemplateRevision;
}

/** What the checks say of a variant's newest revision now. */
export async function findingsNow(db: EntityManager, variant: Variant): Promise<readonly ReportedFinding[]> {
  const revision = await db.findOne(TemplateRevision, {
    where: { variantId: variant.id },
    order: { n: "DESC" },
  });
  if (!revision) return [];
  const template = await db.findOneByOrFail(Template, { id: variant.templateId });
  return checkRevision(db, { template, variant, revision }, false);
}

/** Check a stored revision under what is known now. */
export async function checkRevision(
  db: EntityManager,
  { template, variant, revision }: Stored,
  read: boolean,
): Promise<readonly ReportedFinding[]> {
  const [known] = await db.query<{ pin: string | null; read: boolean }[]>(
    `SELECT s.source_revision_id AS pin,
       EXISTS (SELECT 1 FROM template_decision d WHERE d.revision_id = s.id AND d.read) AS read
     FROM revision_source s WHERE s.id = $1`,
    [revision.id],
  );
  return checkText(db, {
    template,
    key: keyOf(variant),
    blocks: revision.blocks,
    sourceRevisionId: known?.pin ?? null,
    origin: revision.origin,
    read: read || (known?.read ?? false),
  });
}
