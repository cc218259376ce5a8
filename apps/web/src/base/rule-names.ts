import type rules from "../../../../locales/en/ui/rules.json";
import type { Translate } from "./i18n.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    rules: typeof rules;
  }
}

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A rule's short name; a brand's own rule is called by its id. The words are those of the namespace `rules`. */
export function ruleName(rule: string, t: Translate): string {
  const [group = "", name = ""] = rule.split(".");
  return t(($) => ($.rules as Groups)[group]?.[name] as string, { defaultValue: rule });
}
