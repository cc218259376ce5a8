import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ImportSummary, importThreads } from "../app/import-threads.ts";
import { openWorkspace } from "../app/open-workspace.ts";
import { sentence } from "../base/sentence.ts";
import { brandByKey } from "./brand-option.ts";
import { type Io, Unusable } from "./command.ts";
import { fileArgument } from "./file-argument.ts";
import { IMPORTS, importFile } from "./import-file.ts";

/** Bad lines that are printed one by one; the summary counts the rest. */
const MOST_SHOWN = 200;
const PROGRESS_MS = 1000;

/** `import threads FILE [--brand KEY]`: take in threads that were written elsewhere; other kinds come from translators. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args[0] !== undefined && Object.hasOwn(IMPORTS, args[0])) return importFile(args, io);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { brand: { type: "string" } },
  });
  const [kind, name] = positionals;
  if (kind !== "threads") {
    throw new Unusable("option_unknown_value", {
      option: "import",
      value: kind ?? "",
      known: ["threads", ...Object.keys(IMPORTS)].join(" "),
    });
  }
  if (!name) throw new Unusable("argument_missing", { argument: "FILE" });
  const file = fileArgument(name);
  if (!existsSync(file)) throw new Unusable("file_missing", { file });
  const workspace = await openWorkspace((code, details) => io.err(sentence(code, details)));
  try {
    const brandId = await brandByKey(workspace.acting.db, values.brand);
    const began = performance.now();
    const summary = await importThreads(workspace.acting, { file, brandId, ...reporting(io) });
    report(io, summary, performance.now() - began);
    workspace.acting.publish([{ kind: "conversation", id: brandId, brandId }]);
    return summary.badLines > 0 ? 1 : 0;
  } finally {
    await workspace.close();
  }
}

function reporting(io: Io) {
  let shown = 0;
  let last = performance.now();
  return {
    onBadLine: ({
      line,
      code,
      details,
    }: {
      line: number;
      code: string;
      details: Record<string, string | number>;
    }) => {
      shown += 1;
      if (shown <= MOST_SHOWN) io.err(sentence("import_bad_line", { line, reason: sentence(code, details) }));
    },
    onProgress: ({ read }: ImportSummary) => {
      if (performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      io.err(sentence("import_progress", { read }));
    },
  };
}

function report(io: Io, { read, messages, conversations, badLines }: ImportSummary, ms: number): void {
  const rate = Math.round(read / Math.max(0.001, ms / 1000));
  const seconds = (ms / 1000).toFixed(1);
  io.out(
    sentence("import_done", {
      read,
      messages,
      conversations,
      known: read - messages,
      badLines,
      seconds,
      rate,
    }),
  );
}
