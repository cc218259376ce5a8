import { type Description, descriptionProblems, keyProblems } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { isTag } from "./save-variant.ts";
import { Template } from "./template.entity.ts";

export interface NewTemplate extends Description {
  readonly brandId: string;
  readonly kind: Template["kind"];
  readonly key: string;
  readonly sourceLocale: string;
}

export interface ChangedTemplate extends Description {
  readonly templateId: string;
  /** The version the member saw; a change of somebody else's in between is not overwritten. */
  readonly version: number;
}

/** Begin a template. It has no words yet. */
export function addTemplate(act: ActAs, added: NewTemplate): Promise<Template> {
  const { brandId, kind, key, sourceLocale, intent, channelClasses, variables } = added;
  const [unfit] = keyProblems(key);
  if (unfit) throw new DomainError("BAD_USER_INPUT", { ...unfit });
  if (kind !== "reply" && kind !== "block") throw new DomainError("BAD_USER_INPUT", { field: "kind" });
  if (!isTag(sourceLocale)) throw new DomainError("UNKNOWN_LOCALE", { locale: sourceLocale });
  refuseUnfit(added);
  return act({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const values = { brandId, kind, key, sourceLocale, intent: intent.trim(), channelClasses, variables };
      // Two people may think of one key at once: the second hears that it is taken.
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Template)
        .values({ ...values, channelClasses: [...channelClasses] })
        .orIgnore()
        .returning("id")
        .execute();
      const [row] = raw as { id: string }[];
      if (!row) throw new DomainError("BAD_USER_INPUT", { field: "key", fault: "taken" });
      return tx.findOneByOrFail(Template, { id: row.id });
    },
    record: (template) => recordOf(template, "template.added"),
    changes: ({ id }) => [{ kind: "template", id, brandId }],
  });
}

/** Change what a template is for or may hold. Texts that do not fit it any more are stale from then on. */
export function changeTemplate(act: ActAs, changed: ChangedTemplate): Promise<Template> {
  const { templateId, version, intent, channelClasses, variables } = changed;
  refuseUnfit(changed);
  return act({
    do: async (tx, by) => {
      const template = await tx.findOne(Template, {
        where: { id: templateId },
        lock: { mode: "for_no_key_update" },
      });
      if (!template) throw new DomainError("NOT_FOUND", { template: templateId });
      if (!may(by, "template.write", template.brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      if (template.version !== version) throw new DomainError("STALE", { version: template.version });
      const values = { intent: intent.trim(), channelClasses, variables, version: version + 1 };
      await tx.update(Template, { id: templateId }, values);
      return tx.findOneByOrFail(Template, { id: templateId });
    },
    record: (template) => recordOf(template, "template.changed"),
    changes: ({ id, brandId }) => [{ kind: "template", id, brandId }],
  });
}

/** What a brand has templates for, by key; shared blocks first. */
export const templatesOf = (db: EntityManager, brandId: string): Promise<readonly Template[]> =>
  db.find(Template, { where: { brandId }, order: { kind: "ASC", key: "ASC" } });

const recordOf = (template: Template, action: string): LedgerRecord => {
  const { id, brandId, kind, key, intent, channelClasses, sourceLocale, variables, version } = template;
  return {
    action,
    brandId,
    subjectId: id,
    payload: { intent, variables },
    facts: { template: key, kind, version, channel_classes: channelClasses, source_locale: sourceLocale },
  };
};

/** The first place that cannot stay as it is; the browser has shown them all. */
function refuseUnfit(description: Description): void {
  const [unfit] = descriptionProblems(description);
  if (unfit) throw new DomainError("BAD_USER_INPUT", { ...unfit });
}
