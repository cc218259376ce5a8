import {
  type Checked,
  type CheckFacts,
  checkVariant,
  resolveVariant,
  type StarterTemplate,
  type TemplateFinding,
} from "@parley/shared/template";
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
  const broken = store.faults
    .filter(({ file }) => !only || file === `${only.locale}/templates/${only.key}.yaml`)
    .map((fault) => ({ ...fault, severity: "error" as const, message: `file.${fault.code}`, check: 0 }));
  const found = store.languages.flatMap(({ language, templates }) =>
    templates
      .filter(({ key }) => wanted(language.locale, key))
      .flatMap((template) => checkFile(template, store)),
  );
  return [...broken, ...found];
}

function checkFile(
  file: StarterTemplate,
  { catalogue, languages }: StarterTemplates,
): readonly FileFinding[] {
  const template = catalogue.templates.find(({ key }) => key === file.key);
  const own = languages.find(({ language }) => language.locale === file.locale);
  const source = languages.find(({ language }) => language.locale === catalogue.sourceLocale);
  const name = `${file.locale}/templates/${file.key}.yaml`;
  if (!template || !own || !source) {
    const args = { key: file.key };
    return [
      {
        file: name,
        line: 1,
        column: 1,
        severity: "error",
        message: "file.unknown-template",
        args,
        check: 0,
        code: "unknown-template",
      },
    ];
  }
  const facts: CheckFacts = { language: own.language, sourceLanguage: source.language };
  const sources = source.templates.find(({ key }) => key === file.key)?.variants ?? [];
  return file.variants.flatMap((variant) => {
    const isSource = file.locale === catalogue.sourceLocale;
    const pair = isSource
      ? null
      : resolveVariant(sources, { ...variant, otherLocales: [catalogue.sourceLocale] });
    const siblings = file.variants.filter(({ register }) => register === variant.register);
    const checked: Checked = {
      variant,
      source: pair?.variant ?? null,
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
