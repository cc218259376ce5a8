import {
  type Checked,
  type CheckFacts,
  checkVariant,
  resolveVariant,
  type StarterTemplate,
  type TemplateFinding,
  type VariantText,
} from "@parley/shared/template";
import { starterFacts } from "./starter-facts.ts";
import type { StarterTemplates } from "./starter-templates.ts";

/** A finding where an editor shows it; faults of the file itself are findings too. */
export interface FileFinding extends Pick<TemplateFinding, "severity" | "message" | "args"> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly check: number;
  readonly code: string;
}

/** Check every starter variant, or those of one file. */
export function checkStarters(
  store: StarterTemplates,
  only?: { readonly locale: string; readonly key: string },
): readonly FileFinding[] {
  const wanted = (locale: string, key: string) => !only || (only.locale === locale && only.key === key);
  const factsOf = starterFacts();
  const broken = store.faults
    .filter(({ file }) => !only || file === `${only.locale}/templates/${only.key}.yaml`)
    .map((fault) => ({ ...fault, severity: "error" as const, message: `file.${fault.code}`, check: 0 }));
  const found = store.languages.flatMap(({ language, templates }) =>
    templates
      .filter(({ key }) => wanted(language.locale, key))
      .flatMap((file) => {
        const sourceLanguage = languageOf(store, store.catalogue.sourceLocale);
        const facts = { ...factsOf(language.locale), language, sourceLanguage: sourceLanguage ?? language };
        return checkFile(file, store, facts);
      }),
  );
  return [...broken, ...found];
}

function checkFile(
  file: StarterTemplate,
  store: StarterTemplates,
  facts: CheckFacts,
): readonly FileFinding[] {
  const name = `${file.locale}/templates/${file.key}.yaml`;
  const template = store.catalogue.templates.find(({ key }) => key === file.key);
  if (!template) return [unknownTemplate(name, file.key)];
  return file.variants.flatMap((variant) => {
    const siblings = file.variants.filter(({ register }) => register === variant.register);
    const checked: Checked = {
      variant,
      source: sourceOf(variant, store),
      template,
      siblings: siblings.map(({ channelClass }) => channelClass),
    };
    return checkVariant(checked, facts).map(({ block, start, severity, message, args, check, code }) => ({
      file: name,
      ...file.place(variant, Math.max(0, block), block < 0 ? 0 : start),
      severity,
      message,
      args,
      check,
      code,
    }));
  });
}

/** The source language's variant for the same channel; null in the source language itself. */
function sourceOf(variant: VariantText, { catalogue, languages }: StarterTemplates): VariantText | null {
  const { sourceLocale } = catalogue;
  if (variant.locale === sourceLocale) return null;
  const source = languages.find(({ language }) => language.locale === sourceLocale);
  const variants = source?.templates.find(({ key }) => key === variant.template)?.variants ?? [];
  return resolveVariant(variants, { ...variant, otherLocales: [sourceLocale] })?.variant ?? null;
}

const languageOf = ({ languages }: StarterTemplates, locale: string) =>
  languages.find(({ language }) => language.locale === locale)?.language;

const unknownTemplate = (file: string, key: string): FileFinding => ({
  file,
  line: 1,
  column: 1,
  severity: "error",
  message: "file.unknown-template",
  args: { key },
  check: 0,
  code: "unknown-template",
});
