import {
  CHANNEL_CLASSES,
  type ChannelClass,
  FUNCTIONS_OF,
  isVariableName,
  type Variable,
} from "@parley/shared/template";
import { DomainError } from "../base/errors.ts";
import type { ActAs, LedgerRecord } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { isTag } from "./save-variant.ts";
import { Template } from "./template.entity.ts";

/** What a template is in every language. */
export interface Description {
  readonly intent: string;
  readonly channelClasses: readonly ChannelClass[];
  readonly variables: readonly Variable[];
}

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

const MOST_VARIABLES = 60;

/** Begin a template. It has no words yet. */
export function addTemplate(act: ActAs, added: NewTemplate): Promise<Template> {
  const { brandId, kind, key, sourceLocale, intent, channelClasses, variables } = added;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 60) bad("key");
  if (kind !== "reply" && kind !== "block") bad("kind");
  if (!isTag(sourceLocale)) throw new DomainError("UNKNOWN_LOCALE", { locale: sourceLocale });
  refuseUnfit(added);
  return act({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      if (await tx.existsBy(Template, { brandId, kind, key })) bad("key");
      const values = { brandId, kind, key, sourceLocale, intent: intent.trim(), channelClasses, variables };
      const { id } = await tx.save(Template, values);
      return tx.findOneByOrFail(Template, { id });
    },
    record: (template) => recordOf(template, "template.added"),
    changes: ({ id }) => [{ kind: "template", id, brandId }],
  });
}

/** Change what a template is for or may hold. Texts are checked against it when they are saved or approved. */
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

function refuseUnfit({ intent, channelClasses, variables }: Description): void {
  if (intent.trim() === "" || intent.length > 100) bad("intent");
  if (channelClasses.length === 0 || channelClasses.some((name) => !CHANNEL_CLASSES.includes(name)))
    bad("channelClasses");
  const names = new Set(variables.map(({ name }) => name));
  if (names.size !== variables.length || variables.length > MOST_VARIABLES) bad("variables");
  if (!variables.every(isVariable)) bad("variables");
}

const SOURCES: readonly Variable["source"][] = [
  "contact",
  "order",
  "agent",
  "brand",
  "conversation",
  "manual",
];
const PII: readonly Variable["pii"][] = ["none", "name", "contact", "order", "financial"];

/** Whether what a client sent is a variable of the schema. */
function isVariable(value: unknown): value is Variable {
  if (typeof value !== "object" || value === null) return false;
  const { name, type, source, required, maxLength, pii, choices, functions } = value as Record<
    string,
    unknown
  >;
  const lists = [choices, functions].every(
    (list) => Array.isArray(list) && list.length <= 30 && list.every((word) => typeof word === "string"),
  );
  return (
    lists &&
    typeof name === "string" &&
    isVariableName(name) &&
    typeof type === "string" &&
    Object.hasOwn(FUNCTIONS_OF, type) &&
    SOURCES.some((known) => known === source) &&
    PII.some((known) => known === pii) &&
    typeof required === "boolean" &&
    Number.isInteger(maxLength) &&
    Number(maxLength) > 0 &&
    Number(maxLength) <= 1000
  );
}

function bad(field: string): never {
  throw new DomainError("BAD_USER_INPUT", { field });
}
