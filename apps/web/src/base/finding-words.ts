import { sayCode, words } from "./i18n.ts";
import { languageName } from "./languages.ts";

/** As much of a finding as its words need. */
export interface SpokenFinding {
  readonly rule: string;
  /** Key of its words in `findings.json`. */
  readonly message: string;
  /** Values for the words; left out where only the place was kept. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** The rule's own words by language; they come before those of `findings.json`. */
  readonly words?: Readonly<Record<string, unknown>> | null;
}

/** What a finding says; the rule's id where nobody has found words for it in this language. */
export function findingTitle(finding: SpokenFinding): string {
  return ownWords(finding) ?? said(finding, "title") ?? finding.rule;
}

/** Why it matters; null where that is not written down. */
export function findingWhy(finding: SpokenFinding): string | null {
  return said(finding, "why");
}

/** What a detector went by, such as `checksum`. */
export function evidenceWords(code: string): string | null {
  return sayCode("findings", `why.${code}`);
}

function ownWords({ words: own }: SpokenFinding): string | null {
  const { language } = words.get();
  const found = own?.[language] ?? own?.[language.split("-")[0] ?? ""] ?? own?.en;
  return typeof found === "string" ? found : null;
}

function said({ message, args = {} }: SpokenFinding, part: "title" | "why"): string | null {
  return sayCode("findings", `${message}.${part}`, readable(args));
}

/** Languages and registers are codes for the engine and names for a reader. */
function readable(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? nameOf(name, value) : value,
    ]),
  );
}

/** Arguments that hold the tag of a language, or several with commas. */
const LANGUAGES: ReadonlySet<string> = new Set(["foundLanguage", "expectedLanguage", "language"]);
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

function nameOf(name: string, value: string): string {
  if (name === "expectedRegister") return sayCode("findings", `register.${value}`) ?? value;
  if (!LANGUAGES.has(name)) return value;
  const tags = value.split(", ");
  return tags.map((tag) => (TAG.test(tag) ? languageName(tag) : tag)).join(", ");
}
