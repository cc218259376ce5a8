import { parseArgs } from "node:util";
import { readStarterTemplates } from "../template/starter-templates.ts";
import type { Io } from "./command.ts";

/** Print every starter variant: its template, language, register, channel class and state. */
export async function listTemplates(args: readonly string[], { out }: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean" } } });
  const { languages } = readStarterTemplates();
  const rows = languages.flatMap(({ templates }) =>
    templates.flatMap(({ key, state, variants }) =>
      variants
        .filter(({ absent }) => !absent)
        .map(({ locale, register, channelClass }) => ({ key, locale, register, channelClass, state })),
    ),
  );
  if (values.json) out(JSON.stringify(rows));
  else for (const row of rows) out(Object.values(row).join("\t"));
  return 0;
}
