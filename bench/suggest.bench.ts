// Suggestions on messages held out: how often the right label is first, among three and among five, how often a
// confident mark is right, and how long training and ranking take. Trained models stand beside memory alone, which is
// what a suggester has before its first training. `--set NAME` runs one set; `--folds N` repeats with other messages held out.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createSuggester, type Example, type Suggester, trained } from "@parley/shared/suggest";
import { type Result, report } from "./report.ts";

const SHARED = join(import.meta.dirname, "../../shared/data/suggestions.train.jsonl");
/** Held out of each label; so many are asked of each at most, so that labels count alike. */
const HELD_OUT = 0.2;
const MOST_ASKED = 40;

type Row = Example & { readonly set: string };
interface Split {
  readonly examples: readonly Example[];
  readonly asked: readonly Example[];
}

const SETS = [
  { name: "english77-all", set: "banking77", lang: "en", perLabel: Number.POSITIVE_INFINITY },
  { name: "english77-20", set: "banking77", lang: "en", perLabel: 20 },
  { name: "english77-names", set: "banking77", lang: "en", perLabel: 0 },
  { name: "german191-20", set: "roboai-faq", lang: "de", perLabel: 20 },
  { name: "german191-all", set: "roboai-faq", lang: "de", perLabel: Number.POSITIVE_INFINITY },
  { name: "english27-20", set: "bitext-cs", lang: "en", perLabel: 20 },
];

const { values } = parseArgs({
  options: {
    set: { type: "string" },
    folds: { type: "string", default: "1" },
    file: { type: "string", default: SHARED },
    json: { type: "boolean" },
  },
});
if (!existsSync(values.file)) process.stderr.write(`${values.file} is not there: nothing is measured\n`);
const rows: readonly Row[] = existsSync(values.file)
  ? readFileSync(values.file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];

const results: Result[] = [];
for (const one of rows.length === 0 ? [] : SETS) {
  if (values.set !== undefined && values.set !== one.name) continue;
  const own = rows.filter(({ set, lang }) => set === one.set && lang === one.lang);
  const folds = Array.from({ length: Number(values.folds) }, (_, fold) => splitOf(own, one.perLabel, fold));
  results.push({ subject: "parley", set: one.name, ...mean(folds.map(measured)) });
  results.push({ subject: "memory alone", set: one.name, ...mean(folds.map(memoryAlone)) });
}
report("suggest", results);

function splitOf(own: readonly Row[], perLabel: number, fold: number): Split {
  const labels = Map.groupBy(own, ({ label }) => label);
  const examples: Example[] = [];
  const asked: Example[] = [];
  for (const [label, all] of labels) {
    const mixed = all
      .map((row) => ({ row, place: mixedUp(`${fold} ${row.text}`) }))
      .sort((a, b) => a.place - b.place);
    const held = Math.max(1, Math.round(all.length * HELD_OUT));
    asked.push(...mixed.slice(0, Math.min(held, MOST_ASKED)).map(({ row }) => row));
    if (perLabel === 0)
      examples.push({ lang: own[0]?.lang ?? "en", text: label.replaceAll("_", " "), label });
    else examples.push(...mixed.slice(held, held + perLabel).map(({ row }) => row));
  }
  return { examples, asked };
}

/** A number made of a text: the same messages are held out in every run. */
function mixedUp(text: string): number {
  let hash = 7;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}

function measured({ examples, asked }: Split): Record<string, number> {
  const began = performance.now();
  const suggester = createSuggester();
  for (const example of examples) suggester.add(example);
  suggester.adopt(trained(examples), examples.length);
  return {
    examples: examples.length,
    trainS: (performance.now() - began) / 1000,
    ...answers(suggester, asked),
  };
}

function memoryAlone({ examples, asked }: Split): Record<string, number> {
  const began = performance.now();
  const suggester = createSuggester();
  for (const example of examples) suggester.add(example);
  return {
    examples: examples.length,
    trainS: (performance.now() - began) / 1000,
    ...answers(suggester, asked),
  };
}

function answers(suggester: Suggester, asked: readonly Example[]): Record<string, number> {
  const first = [0, 0, 0];
  let confident = 0;
  let right = 0;
  const began = performance.now();
  for (const { lang, text, label } of asked) {
    const ranking = suggester.rank({ lang, text, limit: 5 });
    const place = ranking.suggestions.findIndex((suggestion) => suggestion.label === label);
    [1, 3, 5].forEach((top, index) => {
      if (place >= 0 && place < top) first[index] = (first[index] ?? 0) + 1;
    });
    if (ranking.confident) confident += 1;
    if (ranking.confident && place === 0) right += 1;
  }
  const [top1 = 0, top3 = 0, top5 = 0] = first.map((count) => (100 * count) / asked.length);
  const msPerMessage = (performance.now() - began) / asked.length;
  const marks = {
    confident: (100 * confident) / asked.length,
    confidentRight: (100 * right) / (confident || 1),
  };
  return { asked: asked.length, top1, top3, top5, ...marks, msPerMessage };
}

function mean(folds: readonly Record<string, number>[]): Record<string, number> {
  const names = Object.keys(folds[0] ?? {});
  const average = (name: string) => folds.reduce((sum, fold) => sum + (fold[name] ?? 0), 0) / folds.length;
  return Object.fromEntries(names.map((name) => [name, Number(average(name).toFixed(2))]));
}
