import { CATALOGUE_FILE, LANGUAGE_FILE, TEMPLATE_FILE } from "./starter-schema.ts";
import type {
  Block,
  ChannelClass,
  Register,
  RevisionState,
  Template,
  VariantKey,
  VariantText,
} from "./template.ts";
import type { Variable, VariableWords } from "./variable.ts";
import type { FileFault, YamlFile } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

/** What a file says, or why it cannot be used. */
export interface FromFile<T> {
  readonly value: T | null;
  readonly faults: readonly FileFault[];
}

/** `locales/templates.yaml`. */
export interface Catalogue {
  readonly sourceLocale: string;
  /** The registers of each language that has templates. */
  readonly registers: Readonly<Record<string, readonly Register[]>>;
  readonly templates: readonly Template[];
  readonly blocks: readonly SharedBlock[];
}

/** A block that many templates share: a greeting, a sign-off, a legal line. */
export interface SharedBlock {
  readonly key: string;
  readonly variables: readonly Variable[];
}

/** A shared block's text in one language. */
export interface SharedText extends VariantKey {
  readonly block: string;
  readonly text: string;
}

/** `locales/<tag>/templates/_language.yaml`. */
export interface TemplateLanguage {
  readonly locale: string;
  readonly proofread: boolean;
  readonly honorifics: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, VariableWords>>;
  readonly blocks: readonly SharedText[];
}

/** `locales/<tag>/templates/<key>.yaml`. */
export interface StarterTemplate {
  readonly key: string;
  readonly locale: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
  readonly state: RevisionState;
  readonly variants: readonly VariantText[];
  /** Line and column of an offset in an own block's text. */
  readonly place: (variant: VariantKey, block: number, offset: number) => { line: number; column: number };
}

interface RawVariable extends Omit<Variable, "name" | "required" | "pii" | "choices" | "functions"> {
  readonly optional?: boolean;
  readonly pii?: Variable["pii"];
  readonly choices?: readonly string[];
  readonly functions?: readonly string[];
}
interface RawCatalogue {
  readonly sourceLocale: string;
  readonly locales: Catalogue["registers"];
  readonly variables: Readonly<Record<string, RawVariable>>;
  readonly blocks: Readonly<Record<string, { readonly variables: readonly string[] }>>;
  readonly templates: Readonly<Record<string, RawTemplate>>;
}
interface RawTemplate {
  readonly intent: string;
  readonly channels: readonly ChannelClass[];
  readonly variables: readonly string[];
}
type ByVariant<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** Read the catalogue: every template with its variables, without a word of any language. */
export function parseCatalogue(text: string): FromFile<Catalogue> {
  const file = readYaml(text, CATALOGUE_FILE);
  if (file.faults.length > 0) return { value: null, faults: file.faults };
  const raw = file.value as RawCatalogue;
  const faults = unknownVariables(raw, file);
  if (faults.length > 0) return { value: null, faults };
  const variables = (names: readonly string[]) =>
    names.flatMap((name) => {
      const variable = raw.variables[name];
      return variable ? [asVariable(name, variable)] : [];
    });
  const shared = Object.values(raw.blocks).flatMap((block) => block.variables);
  const templates = Object.entries(raw.templates).map(([key, { intent, channels, variables: names }]) => ({
    key,
    intent,
    channelClasses: channels,
    sourceLocale: raw.sourceLocale,
    variables: variables([...new Set([...names, ...shared])]),
  }));
  const blocks = Object.entries(raw.blocks).map(([key, { variables: names }]) => ({
    key,
    variables: variables(names),
  }));
  return { value: { sourceLocale: raw.sourceLocale, registers: raw.locales, templates, blocks }, faults: [] };
}

/** A language's file, and the way from its shared texts back to their lines. */
export interface FromLanguageFile extends FromFile<TemplateLanguage> {
  readonly place: (shared: SharedText, offset: number) => { line: number; column: number };
}

/** Read what the templates of a language share. */
export function parseLanguage(text: string, locale: string): FromLanguageFile {
  const file = readYaml(text, LANGUAGE_FILE);
  const place: FromLanguageFile["place"] = ({ block, register, channelClass }, offset) =>
    file.place(["blocks", block, register, channelClass], offset);
  if (file.faults.length > 0) return { value: null, faults: file.faults, place };
  const raw = file.value as Omit<TemplateLanguage, "blocks"> & { blocks: Record<string, ByVariant<string>> };
  const blocks = Object.entries(raw.blocks).flatMap(([block, texts]) =>
    byVariant(texts, locale).map(({ key, value }) => ({ ...key, block, text: value })),
  );
  const { proofread, variables, honorifics = {} } = raw;
  return { value: { locale, proofread, honorifics, variables, blocks }, faults: [], place };
}

/** Read a template's words in one language. */
export function parseTemplate(
  text: string,
  { key, locale }: { key: string; locale: string },
): FromFile<StarterTemplate> {
  const file = readYaml(text, TEMPLATE_FILE);
  if (file.faults.length > 0) return { value: null, faults: file.faults };
  const raw = file.value as Omit<StarterTemplate, "variants"> & { variants: ByVariant<RawBlocks> };
  const variants = byVariant(raw.variants, locale).map(({ key: variant, value }) => ({
    ...variant,
    template: key,
    absent: value === "absent",
    blocks: value === "absent" ? [] : value.map(asBlock),
  }));
  const { title, keywords = [], samples, state = "live" } = raw;
  const place: StarterTemplate["place"] = ({ register, channelClass }, block, offset) =>
    file.place(["variants", register, channelClass, block], offset);
  return { value: { key, locale, title, keywords, samples, state, variants, place }, faults: [] };
}
type RawBlocks = "absent" | readonly (string | { readonly use: string })[];

const asBlock = (raw: string | { readonly use: string }): Block =>
  typeof raw === "string" ? { kind: "own", text: raw } : { kind: "shared", block: raw.use };

function byVariant<T>(
  texts: ByVariant<T>,
  locale: string,
): { readonly key: VariantKey; readonly value: T }[] {
  return Object.entries(texts).flatMap(([register, classes]) =>
    Object.entries(classes).map(([channelClass, value]) => ({
      key: { locale, register: register as Register, channelClass: channelClass as ChannelClass },
      value,
    })),
  );
}

const asVariable = (name: string, raw: RawVariable): Variable => ({
  name,
  type: raw.type,
  source: raw.source,
  required: !raw.optional,
  maxLength: raw.maxLength,
  pii: raw.pii ?? "none",
  choices: raw.choices ?? [],
  functions: raw.functions ?? [],
});

function unknownVariables(raw: RawCatalogue, file: YamlFile): readonly FileFault[] {
  const lists = [
    ...Object.entries(raw.templates).map(([key, value]) => ({ path: ["templates", key], ...value })),
    ...Object.entries(raw.blocks).map(([key, value]) => ({ path: ["blocks", key], ...value })),
  ];
  return lists.flatMap(({ path, variables }) =>
    variables.flatMap((name, index) =>
      Object.hasOwn(raw.variables, name)
        ? []
        : [{ code: "unknown-variable", args: { name }, ...file.place([...path, "variables", index], 0) }],
    ),
  );
}
