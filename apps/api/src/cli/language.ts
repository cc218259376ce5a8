import { parseArgs } from "node:util";
import { loadIdentifier } from "@parley/shared/language";
import { unknown } from "./channel-choice.ts";
import type { Io } from "./command.ts";
import { readJsonLines, stringField } from "./json-lines.ts";

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/**
 * `language [--among de,en,pt-BR,pt-PT]`: what each text is written in. `--among` also says how fine the answer is:
 * with `pt` in it the answer is `pt`, without it `pt-BR`, `pt-PT` or, where the country cannot be told, `pt`.
 */
export async function run(args: readonly string[], { input, out }: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { among: { type: "string" } } });
  const choice = values.among === undefined ? {} : { among: tagsOf(values.among) };
  const { identify } = await loadIdentifier();
  for await (const line of readJsonLines(input)) {
    out(JSON.stringify(identify(stringField(line, "text"), choice)));
  }
  return 0;
}

function tagsOf(list: string): readonly string[] {
  const tags = list.split(",").map((tag) => tag.trim());
  const bad = tags.find((tag) => !TAG.test(tag));
  if (bad !== undefined) throw unknown({ option: "among", value: bad }, ["de,en,pt-BR ..."]);
  return tags;
}
