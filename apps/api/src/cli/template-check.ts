import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { parseArgs } from "node:util";
import {
  CHANNEL_CLASSES,
  type Register,
  resolveVariant,
  type StarterTemplate,
} from "@parley/shared/template";
import { sentence } from "../base/sentence.ts";
import { templateFacts } from "../template/check-facts.ts";
import {
  type Checkable,
  checkLooseFile,
  checkMessage,
  checkStarters,
  type FileFinding,
} from "../template/check-starters.ts";
import { readStarterTemplates, type StarterTemplates } from "../template/starter-templates.ts";
import { type Io, Unusable } from "./command.ts";
import { fileArgument } from "./file-argument.ts";
import { readSpellers } from "./spellers.ts";

/**
 * `template check FILE|--all`: run the 27 checks on a template file, a bare message or all starter templates. Ends with
 * 1 when a finding is an error.
 */
export async function checkTemplates(args: readonly string[], { out, err }: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: "boolean" },
      json: { type: "boolean" },
      complete: { type: "boolean" },
      locale: { type: "string" },
      dictionaries: { type: "string" },
    },
  });
  const [file] = positionals;
  if (!values.all && file === undefined) throw new Unusable("template_check_usage");
  const store = readStarterTemplates();
  const checkable: Checkable = {
    store,
    factsOf: await templateFacts(await readSpellers(values.dictionaries)),
  };
  const findings = file === undefined ? checkStarters(checkable) : checkFile(file, values.locale, checkable);
  if (values.json) out(JSON.stringify(findings));
  else for (const finding of findings) out(line(finding));
  const gaps = values.all ? coverage(store) : [];
  for (const gap of gaps) err(gap);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  err(
    sentence("template_checked", {
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
    }),
  );
  return count("error") > 0 || (values.complete && gaps.length > 0) ? 1 : 0;
}

/** What is no YAML or JSON is one message. The language is that of the folder `<tag>/templates` when none is given. */
function checkFile(name: string, wanted: string | undefined, checkable: Checkable): readonly FileFinding[] {
  const path = fileArgument(name);
  if (!existsSync(path)) throw new Unusable("file_missing", { file: name });
  const folder = dirname(path);
  const ofFolder = basename(folder) === "templates" ? basename(dirname(folder)) : undefined;
  const locale = wanted ?? ofFolder ?? checkable.store.catalogue.sourceLocale;
  const type = extname(path);
  const file = { name, text: readFileSync(path, "utf8"), locale, key: basename(path, type) };
  return [".yaml", ".yml", ".json"].includes(type)
    ? checkLooseFile(file, checkable)
    : checkMessage(file, checkable);
}

const line = ({ file, line: row, column, severity, message, args }: FileFinding): string =>
  `${file}:${row}:${column} ${severity} ${sentence(message, named(args), CHECK_WORDS)}`;

const CHECK_WORDS = "template-checks.json";

/** A register is a code for the checks and a word for a reader. */
const named = (args: FileFinding["args"]): FileFinding["args"] =>
  args.register === undefined
    ? args
    : { ...args, register: sentence(`template.register.${args.register}`, {}, CHECK_WORDS) };

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
