import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { flatten, writeTbx, writeTmx } from "@parley/shared/interchange";
import type { EntityManager } from "typeorm";
import { openWorkspace } from "../app/open-workspace.ts";
import { readAs } from "../base/read.ts";
import { sentence } from "../base/sentence.ts";
import { systemViewer } from "../base/viewer.ts";
import { handOut } from "../template/exchange.ts";
import { glossaryOf } from "../template/glossary.ts";
import { memoryPairs } from "../template/memory.ts";
import { starterTemplates } from "../template/starter-templates.ts";
import { brandByKey } from "./brand-option.ts";
import { type Io, Unusable } from "./command.ts";
import { oneOf, TEXT_FORMATS } from "./exchange-formats.ts";
import { fileArgument } from "./file-argument.ts";

const options = {
  format: { type: "string" },
  locale: { type: "string" },
  kind: { type: "string", default: "reply" },
  brand: { type: "string" },
  out: { type: "string" },
} as const;

interface Wanted {
  readonly brandId: string;
  readonly format: string | undefined;
  readonly locale: string | undefined;
  readonly kind: string;
}

/** What can go out, and how it is written. */
const EXPORTS: Readonly<Record<string, (db: EntityManager, wanted: Wanted) => Promise<string>>> = {
  templates: async (db, { brandId, format, locale, kind }) => {
    const { write } = TEXT_FORMATS[oneOf("format", format, Object.keys(TEXT_FORMATS))] ?? {};
    const target = needed("locale", locale);
    const wanted = oneOf("kind", kind, ["reply", "block"]) === "block" ? "block" : "reply";
    const variants = await handOut(db, { brandId, kind: wanted, locale: target });
    const [first] = variants;
    if (!write || !first) throw new Unusable("export_empty", { locale: target });
    return write(flatten(first.template.sourceLocale, target, variants));
  },
  glossary: async (db, { brandId, format }) => {
    oneOf("format", format ?? "tbx", ["tbx"]);
    return writeTbx(await glossaryOf(db, brandId), starterTemplates().catalogue.sourceLocale);
  },
  memory: async (db, { brandId, format, locale }) => {
    oneOf("format", format ?? "tmx", ["tmx"]);
    return writeTmx(await memoryPairs(db, { brandId, targetLocale: needed("locale", locale) }));
  },
};

/** `export templates|glossary|memory --format F [--locale L] [--kind block] [--brand KEY] [--out FILE]`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const write = EXPORTS[oneOf("export", positionals[0] ?? "", Object.keys(EXPORTS))];
  const workspace = await openWorkspace((code, details) => io.err(sentence(code, details)));
  try {
    const { db } = workspace.acting;
    const brandId = await brandByKey(db, values.brand);
    const { format, locale, kind } = values;
    const text = await readAs(db, systemViewer([brandId]), (manager) =>
      (write ?? (() => Promise.resolve("")))(manager, { brandId, format, locale, kind }),
    );
    if (values.out) writeFileSync(fileArgument(values.out), text);
    else io.out(text.replace(/\n$/, ""));
    return 0;
  } finally {
    await workspace.close();
  }
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined) throw new Unusable("option_missing", { option });
  return value;
}
