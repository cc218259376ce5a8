import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  CHANNEL_CLASSES,
  type Register,
  resolveVariant,
  type StarterTemplate,
} from "@parley/shared/template";
import { LOCALES, readLocale } from "../base/locales.ts";
import { sentence } from "../base/sentence.ts";
import { checkStarters, type FileFinding } from "../template/check-starters.ts";
import { readStarterTemplates, type StarterTemplates } from "../template/starter-templates.ts";
import { type Io, Unusable } from "./command.ts";

/** Run the 27 checks on one starter file or on all of them. Ends with 1 when one of them is an error. */
export async function checkTemplates(args: readonly string[], { out, err }: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: "boolean" }, json: { type: "boolean" }, complete: { type: "boolean" } },
  });
  const [file] = positionals;
  if (!values.all && file === undefined) throw new Unusable("template_check_usage");
  const store = readStarterTemplates();
  const findings = checkStarters(store, file === undefined ? undefined : placeOf(file));
  if (values.json) out(JSON.stringify(findings));
  else for (const finding of findings) out(line(finding));
  const gaps = values.all ? coverage(store) : [];
  for (const gap of gaps) err(gap);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  err(sentence("template_checked", { variants: variantCount(store, file), errors, warnings, infos }));
  return errors > 0 || (values.complete && gaps.length > 0) ? 1 : 0;
}

function placeOf(file: string): { readonly locale: string; readonly key: string } {
  const path = resolve(file);
  if (!existsSync(path)) throw new Unusable("template_file_missing", { file });
  const folder = dirname(path);
  if (basename(folder) !== "templates" || dirname(dirname(folder)) !== LOCALES) {
    throw new Unusable("template_file_place", { file });
  }
  return { locale: basename(dirname(folder)), key: basename(path, ".yaml") };
}

function line({ file, line: row, column, severity, message, args }: FileFinding): string {
  const words = readLocale<Record<string, string>>("en", "template-checks.json");
  const text = (words[message] ?? message).replace(/\{\{(\w+)\}\}/g, (_, name: string) => args[name] ?? "");
  return `locales/${file}:${row}:${column} ${severity} ${text}`;
}

/** A line for each language that lacks templates, or variants that its registers and channels need. */
function coverage({ catalogue, languages }: StarterTemplates): readonly string[] {
  return languages.flatMap(({ language: { locale }, templates }) => {
    const missing = catalogue.templates.flatMap(({ key, channelClasses }) => {
      const template = templates.find((candidate) => candidate.key === key);
      if (!template) return [key];
      const registers = catalogue.registers[locale] ?? [];
      return registers.flatMap((register) =>
        channelClasses
          .filter((channelClass) => !has(template, register, channelClass))
          .map((channelClass) => `${key} (${register}/${channelClass})`),
      );
    });
    if (missing.length === 0) return [];
    const all = catalogue.templates.length;
    return [
      sentence("template_coverage", { locale, have: templates.length, all, missing: missing.join(", ") }),
    ];
  });
}

function has(template: StarterTemplate, register: Register, channelClass: string): boolean {
  const wanted = CHANNEL_CLASSES.find((known) => known === channelClass) ?? "any";
  const { locale, variants } = template;
  const found = resolveVariant(variants, { locale, register, channelClass: wanted, otherLocales: [] });
  return found !== null && found.variant.register === register;
}

function variantCount({ languages }: StarterTemplates, file: string | undefined): number {
  const place = file === undefined ? null : placeOf(file);
  return languages
    .flatMap(({ templates }) => templates)
    .filter(({ key, locale }) => place === null || (key === place.key && locale === place.locale))
    .reduce((sum, { variants }) => sum + variants.length, 0);
}
