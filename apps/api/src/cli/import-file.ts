import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTbx, readTmx } from "@parley/shared/interchange";
import { openWorkspace } from "../app/open-workspace.ts";
import { sentence } from "../base/sentence.ts";
import { systemViewer } from "../base/viewer.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { type Imported, importExchange } from "../template/import-exchange.ts";
import { importTexts } from "../template/import-texts.ts";
import { importGlossary, importMemory } from "../template/import-wording.ts";
import { starterTemplates } from "../template/starter-templates.ts";
import { brandByKey } from "./brand-option.ts";
import { type Io, Unusable } from "./command.ts";
import { oneOf, readable, TEXT_FORMATS } from "./exchange-formats.ts";
import { fileArgument } from "./file-argument.ts";
import { foreignTexts } from "./foreign-texts.ts";

const options = {
  format: { type: "string" },
  locale: { type: "string" },
  kind: { type: "string", default: "reply" },
  brand: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;

interface Wanted {
  readonly acting: Acting;
  readonly brandId: string;
  readonly text: string;
  readonly format: string | undefined;
  readonly locale: string | undefined;
  readonly kind: string;
  readonly dryRun: boolean;
}

type Import = (io: Io, wanted: Wanted) => Promise<number>;

/** Formats of other desks: their texts become new templates. */
const FOREIGN = ["zendesk", "icu"] as const;

async function bringTexts(io: Io, { acting, brandId, text, format, locale }: Wanted): Promise<number> {
  const texts = readable(io, foreignTexts(format ?? "", text, locale));
  const act = actAs(acting, systemViewer([brandId]));
  const { added, known } = await importTexts(act, { brandId, texts });
  for (const key of added) io.out(key);
  for (const title of known) io.err(sentence("import_text_known", { title }));
  io.out(sentence("import_texts_done", { added: added.length, known: known.length }));
  return known.length > 0 ? 1 : 0;
}

/** What can come in beside threads. */
export const IMPORTS: Readonly<Record<string, Import>> = {
  templates: async (io, wanted) => {
    const { acting, brandId, text, format, kind, dryRun } = wanted;
    if (FOREIGN.some((name) => name === format)) return bringTexts(io, wanted);
    const known = TEXT_FORMATS[oneOf("format", format, [...Object.keys(TEXT_FORMATS), ...FOREIGN])];
    if (!known) return 2;
    const file = readable(io, known.read(text));
    const kindOf = oneOf("kind", kind, ["reply", "block"]) === "block" ? "block" : "reply";
    const act = actAs(acting, systemViewer([brandId]));
    return report(io, await importExchange(act, { brandId, kind: kindOf, file, dryRun }), dryRun);
  },
  glossary: async (io, { acting, brandId, text, format }) => {
    oneOf("format", format ?? "tbx", ["tbx"]);
    const terms = readable(io, readTbx(text, starterTemplates().catalogue.sourceLocale));
    const { added, known } = await importGlossary(actAs(acting, systemViewer([brandId])), { brandId, terms });
    io.out(sentence("import_terms_done", { added, known: known.length }));
    for (const term of known) io.out(sentence("import_term_known", { term }));
    return known.length > 0 ? 1 : 0;
  },
  memory: async (io, { acting, brandId, text, format, locale }) => {
    oneOf("format", format ?? "tmx", ["tmx"]);
    if (locale === undefined) throw new Unusable("option_missing", { option: "locale" });
    const pairs = readable(io, readTmx(text, starterTemplates().catalogue.sourceLocale, locale));
    const added = await importMemory(actAs(acting, systemViewer([brandId])), { brandId, pairs });
    io.out(sentence("import_memory_done", { read: pairs.length, added }));
    return 0;
  },
};

/** `import templates|glossary|memory FILE --format F [--locale L] [--kind block] [--brand KEY] [--dry-run]`. */
export async function importFile(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [kindOfFile = "", name] = positionals;
  const read = IMPORTS[kindOfFile];
  if (!read || !name) throw new Unusable("argument_missing", { argument: "FILE" });
  const file = fileArgument(name);
  if (!existsSync(file)) throw new Unusable("file_missing", { file });
  const text = readFileSync(file, "utf8");
  const workspace = await openWorkspace((code, details) => io.err(sentence(code, details)));
  try {
    const { acting } = workspace;
    const brandId = await brandByKey(acting.db, values.brand);
    const { format, locale, kind, "dry-run": dryRun } = values;
    return await read(io, { acting, brandId, text, format, locale, kind, dryRun });
  } finally {
    await workspace.close();
  }
}

/** Say what an import did; 1 when somebody has to look at a part of it. */
function report({ out, err }: Io, imported: Imported, dryRun: boolean): number {
  const { stored, conflicts, missing, unknown, problems } = imported;
  for (const name of stored) out(name);
  for (const { variant, exported, current } of conflicts) {
    const { template, locale, register, channelClass } = variant;
    const name = [template, locale, register, channelClass].join("/");
    err(sentence("import_conflict", { variant: name, exported, current }));
  }
  for (const unit of missing) err(sentence("import_unit_missing", { unit }));
  for (const unit of unknown) err(sentence("import_unit_unknown", { unit }));
  for (const { code, args, line } of problems) err(sentence(code, { ...args, line }, "exchange.json"));
  const counts = { stored: stored.length, conflicts: conflicts.length, missing: missing.length };
  out(sentence(dryRun ? "import_templates_plan" : "import_templates_done", counts));
  return conflicts.length + unknown.length + problems.length > 0 ? 1 : 0;
}
