import type { Finding, Fix } from "@parley/shared/policy";
import { sayCode, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";

/** Arguments that hold a language's tag, or a register's code; people read names. */
const named: Readonly<Record<string, (value: string) => string>> = {
  foundLanguage: languageName,
  expectedLanguage: languageName,
  expectedRegister: (register) => sayCode("findings", `register.${register}`) ?? register,
};

const argumentsOf = ({ args }: Pick<Finding, "args">): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, named[name]?.(value) ?? value]));

/** What a finding says, in the language of the page: the rule's own words, else those of `findings.json`. */
export function titleOf(finding: Finding): string {
  const { words: own } = finding;
  const { language } = words.get();
  const said = own?.[language] ?? own?.[language.split("-")[0] ?? language];
  const known = sayCode("findings", `${finding.message}.title`, argumentsOf(finding));
  return said ?? known ?? own?.en ?? finding.message;
}

/** Why it matters and what it was found by; then the rule and its version, on a line of their own. */
export function reasonOf(finding: Finding): string {
  const { evidence, rule } = finding;
  const matters = sayCode("findings", `${finding.message}.why`, argumentsOf(finding)) ?? "";
  const found = evidence.why.flatMap((code) => sayCode("findings", `why.${code}`) ?? []);
  return `${[matters, ...found].filter(Boolean).join(" ")}\n${rule} · ${evidence.pack}`;
}

/** What a fix does. */
export function fixWords({ title, args }: Fix): string {
  return sayCode("findings", title, args) ?? title;
}
