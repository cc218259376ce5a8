import type { Translate } from "../../base/i18n.ts";

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What an ability lets one do; one without words is called by its name. */
export function abilityWords(ability: string, t: Translate): string {
  const [group = "", name = ""] = ability.split(".");
  return t(($) => ($.account.abilities as Groups)[group]?.[name] as string, { defaultValue: ability });
}

export function roleWords(role: string, t: Translate): string {
  return t(($) => $.session.roles[role as keyof typeof $.session.roles], { defaultValue: role });
}
