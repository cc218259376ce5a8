import type { Finding, Fix } from "@parley/shared/policy";
import { sayCode, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";

/** Arguments of findings about languages are tags; people read names. */
const tagArguments = ["found", "expected"];

function argumentsOf({ rule, args }: Pick<Finding, "rule" | "args">): Readonly<Record<string, string>> {
  if (!rule.startsWith("language.")) return args;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      tagArguments.includes(name) ? languageName(value) : value,
    ]),
  );
}

/** What a finding says, in the language of the page: the rule's own words, else those of `findings.json`. */
export function titleOf(finding: Finding): string {
  const { words: own } = finding;
  const { language } = words.get();
  const said = own?.[language] ?? own?.[language.split("-")[0] ?? language];
  const known = sayCode("findings", `${finding.message}.title`, argumentsOf(finding));
  return said ?? known ?? own?.en ?? finding.message;
}

/** Why it matters; empty where nobody has written it. */
export function reasonOf(finding: Finding): string {
  return sayCode("findings", `${finding.message}.why`, argumentsOf(finding)) ?? "";
}

/** What a fix does. */
export function fixWords({ title, args }: Fix): string {
  return sayCode("findings", title, args) ?? title;
}
