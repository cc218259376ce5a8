import { createReadStream, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { createSuggester, type Example, type Models, training } from "@parley/shared/suggest";
import { sentence } from "../base/sentence.ts";
import { type Io, Unusable } from "./command.ts";
import { fileArgument } from "./file-argument.ts";
import { readJsonLines, stringField } from "./json-lines.ts";

const PROGRESS_MS = 2000;

/**
 * `suggest --train FILE [--top 5]`: what each message is about. FILE holds examples, {"lang", "text", "label"}; each
 * language is learnt on its own. Messages are {"lang", "text"}.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { train: { type: "string" }, top: { type: "string", default: "5" } },
  });
  if (values.train === undefined) throw new Unusable("option_missing", { option: "train" });
  const limit = countOf("top", values.top);
  const examples = await examplesOf(fileArgument(values.train));
  const suggester = createSuggester();
  for (const example of examples) suggester.add(example);
  suggester.adopt(learn(examples, io), examples.length);
  for await (const line of readJsonLines(io.input)) {
    const message = { lang: stringField(line, "lang"), text: stringField(line, "text") };
    io.out(JSON.stringify(suggester.rank({ ...message, limit })));
  }
  return 0;
}

async function examplesOf(file: string): Promise<readonly Example[]> {
  if (!existsSync(file)) throw new Unusable("file_missing", { file });
  const examples: Example[] = [];
  for await (const line of readJsonLines(createReadStream(file), file)) {
    examples.push({
      lang: stringField(line, "lang"),
      text: stringField(line, "text"),
      label: stringField(line, "label"),
    });
  }
  if (examples.length === 0) throw new Unusable("suggest_nothing_to_learn", { file });
  return examples;
}

/** Train, telling how far it is where it takes long enough to wonder. */
function learn(examples: readonly Example[], io: Io): Models {
  let told = performance.now();
  const work = training(examples);
  let step = work.next();
  while (!step.done) {
    if (performance.now() - told > PROGRESS_MS) {
      told = performance.now();
      io.err(
        sentence("suggest_learning", { examples: examples.length, percent: Math.floor(100 * step.value) }),
      );
    }
    step = work.next();
  }
  return step.value;
}

function countOf(option: string, value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Unusable("option_not_count", { option, value });
  return Number(value);
}
