import {
  type Checked,
  type CheckFacts,
  checkVariant,
  parseTemplate,
  resolveVariant,
  type SharedText,
  type StarterTemplate,
  type Template,
  type TemplateFinding,
  type VariantText,
} from "@parley/shared/template";
import { linesOf } from "@parley/shared/text";
import type { StarterLanguage, StarterTemplates } from "./starter-templates.ts";

/** A finding where an editor shows it; faults of the file itself are findings too. */
export interface FileFinding extends Pick<TemplateFinding, "severity" | "message" | "args"> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly check: number;
  readonly code: string;
}

/** The starter templates with what the checks know of each language. */
export interface Checkable {
  readonly store: StarterTemplates;
  readonly factsOf: (locale: string) => Omit<CheckFacts, "language" | "sourceLanguage">;
}

/** A file that need not be among the starter templates. */
export interface LooseFile {
  /** As the reader knows it. */
  readonly name: string;
  readonly text: string;
  readonly locale: string;
  readonly key: string;
}

/** Check every starter variant and every shared block. */
export function checkStarters(checkable: Checkable): readonly FileFinding[] {
  const broken = checkable.store.faults.map((fault) => broke(fault.file, fault));
  const found = checkable.store.languages.flatMap((own) => [
    ...own.language.blocks.flatMap((shared) => checkShared(shared, own, checkable)),
    ...own.templates.flatMap((file) =>
      checkTemplate(`${file.locale}/templates/${file.key}.yaml`, file, checkable),
    ),
  ]);
  return [...broken, ...found];
}

/** Check a template file wherever it lies. One that the catalogue does not know may use every variable there is. */
export function checkLooseFile(
  { name, text, locale, key }: LooseFile,
  checkable: Checkable,
): readonly FileFinding[] {
  const { value, faults } = parseTemplate(text, { key, locale });
  return value ? checkTemplate(name, value, checkable) : faults.map((fault) => broke(name, fault));
}

/** Check a bare message, such as one from another tool. */
export function checkMessage(
  { name, text, locale, key }: LooseFile,
  checkable: Checkable,
): readonly FileFinding[] {
  const [register = "neutral"] = checkable.store.catalogue.registers[locale] ?? [];
  const variant: VariantText = {
    template: key,
    locale,
    register,
    channelClass: "any",
    absent: false,
    blocks: [{ kind: "own", text }],
  };
  const lines = linesOf(text);
  const checked: Checked = { variant, source: null, template: templateOf(key, checkable.store) };
  return checkVariant(checked, factsFor(locale, checkable)).map((finding) =>
    placed(name, finding, lines.positionAt(finding.start)),
  );
}

function checkTemplate(name: string, file: StarterTemplate, checkable: Checkable): readonly FileFinding[] {
  const { store } = checkable;
  const facts = factsFor(file.locale, checkable);
  return file.variants.flatMap((variant) => {
    const siblings = file.variants.filter(({ register }) => register === variant.register);
    const checked: Checked = {
      variant,
      source: sourceOf(variant, store),
      template: templateOf(file.key, store),
      siblings: siblings.map(({ channelClass }) => channelClass),
    };
    return checkVariant(checked, facts).map((finding) =>
      placed(
        name,
        finding,
        file.place(variant, Math.max(0, finding.block), finding.block < 0 ? 0 : finding.start),
      ),
    );
  });
}

/** A shared block is checked as a variant of its own, beside the source language's. */
function checkShared(shared: SharedText, own: StarterLanguage, checkable: Checkable): readonly FileFinding[] {
  const { locale } = own.language;
  const { sourceLocale, blocks } = checkable.store.catalogue;
  const source = languageOf(checkable.store, sourceLocale)?.language.blocks.filter(
    ({ block }) => block === shared.block,
  );
  const pair = resolveVariant(source ?? [], { ...shared, otherLocales: [sourceLocale] })?.variant;
  const asVariant = (text: SharedText): VariantText => ({
    ...text,
    template: text.block,
    absent: false,
    blocks: [{ kind: "own", text: text.text }],
  });
  const template: Template = {
    key: shared.block,
    intent: "",
    channelClasses: ["any"],
    sourceLocale,
    variables: blocks.find(({ key }) => key === shared.block)?.variables ?? [],
  };
  const checked: Checked = {
    variant: asVariant(shared),
    source: pair && locale !== sourceLocale ? asVariant(pair) : null,
    template,
  };
  return checkVariant(checked, factsFor(locale, checkable)).map((finding) =>
    placed(
      `${locale}/templates/_language.yaml`,
      finding,
      own.placeShared(shared, Math.max(0, finding.start)),
    ),
  );
}

/** The source language's variant for the same channel; null in the source language itself. */
function sourceOf(variant: VariantText, store: StarterTemplates): VariantText | null {
  const { sourceLocale } = store.catalogue;
  if (variant.locale === sourceLocale) return null;
  const file = languageOf(store, sourceLocale)?.templates.find(({ key }) => key === variant.template);
  return resolveVariant(file?.variants ?? [], { ...variant, otherLocales: [sourceLocale] })?.variant ?? null;
}

/** The template of a key; one nobody knows has every variable of the catalogue. */
function templateOf(key: string, { catalogue }: StarterTemplates): Template {
  const known = catalogue.templates.find((template) => template.key === key);
  const variables = new Map(
    catalogue.templates.flatMap((template) => template.variables.map((one) => [one.name, one] as const)),
  );
  const { sourceLocale } = catalogue;
  return (
    known ?? { key, intent: "", channelClasses: ["any"], sourceLocale, variables: [...variables.values()] }
  );
}

function factsFor(locale: string, { store, factsOf }: Checkable): CheckFacts {
  const nothing = { locale, proofread: false, honorifics: {}, variables: {}, blocks: [] };
  const language = languageOf(store, locale)?.language ?? nothing;
  const sourceLanguage = languageOf(store, store.catalogue.sourceLocale)?.language ?? language;
  return { ...factsOf(locale), language, sourceLanguage };
}

const languageOf = ({ languages }: StarterTemplates, locale: string): StarterLanguage | undefined =>
  languages.find(({ language }) => language.locale === locale);

const placed = (
  file: string,
  { severity, message, args, check, code }: TemplateFinding,
  place: { readonly line: number; readonly column: number },
): FileFinding => ({ file, line: place.line, column: place.column, severity, message, args, check, code });

const broke = (
  file: string,
  { code, args, line, column }: Pick<FileFinding, "code" | "args" | "line" | "column">,
): FileFinding => ({ file, line, column, code, args, severity: "error", message: `file.${code}`, check: 0 });
