// How often Parley tells the register of a sentence, by language, in cross-validation on pairs of the same sentence in both registers:
// beside patterns of pronouns alone, and a classifier of character n-grams alone. Both sentences of a pair are always in the same fold.
// `kept`: of sentences that both registers share, and so address nobody, how many are left neutral. `us280`: time for 280 characters.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseRegister, parseWordlist } from "../libs/shared/src/register/parse-register.ts";
import { registerOf } from "../libs/shared/src/register/register-of.ts";
import { crossValidate, knownOf, type Tally, tallyOf } from "../scripts/train/register-model.ts";
import { type Pair, readCare, readPairs, type Text, textsOf } from "../scripts/train/register-pairs.ts";
import { ngramVerdicts } from "./register-ngrams.ts";
import { percentile, type Result, report } from "./report.ts";

const ROOT = join(import.meta.dirname, "..");
const FILE = join(ROOT, "../shared/data/register.train.jsonl");
const CARE = join(ROOT, "scripts/train/register-care.txt");
const FOLDS = 5;
const TAGS: Readonly<Record<string, string>> = { pt: "pt-PT" };

/** Pronouns and possessives that a first attempt would look for. */
const PRONOUNS: Readonly<Record<string, { formal: RegExp; informal: RegExp }>> = {
  de: {
    formal: /\b(Sie|Ihnen|Ihre?[mnrs]?)\b/,
    informal: /\b(du|dich|dir|dein(e[mnrs]?)?|euch|euer|eure[mnrs]?)\b/i,
  },
  es: { formal: /\b(usted(es)?|su|sus)\b/i, informal: /(?<!\p{L})(tú|ti|tu|tus|te|contigo)(?!\p{L})/iu },
  fr: { formal: /\b(vous|votre|vos)\b/i, informal: /\b(tu|te|toi|ton|ta|tes|t['’])/i },
  it: { formal: /\b(Lei|La|Le|suo|sua|suoi|sue)\b/, informal: /\b(tu|te|ti|tuo|tua|tuoi|tue)\b/i },
  nl: { formal: /\b(u|uw)\b/i, informal: /\b(je|jij|jou|jouw|jullie)\b/i },
  pt: {
    formal: /(?<!\p{L})(você|senhora?|seus?|suas?|lhe)(?!\p{L})/iu,
    informal: /\b(tu|te|ti|teus?|tuas?|contigo)\b/i,
  },
  ja: {
    formal: /(です|ます|ました|ません|でした|でしょう|ください)/u,
    informal: /(だ|だよ|だね|よ|の)[。！？!?]?$/u,
  },
  ko: { formal: /(요|니다)[.?!]?/u, informal: /(야|어|아|지)[.?!]?$/u },
  hi: { formal: /आप/u, informal: /(तुम|तू|तेर)/u },
};

if (!existsSync(FILE)) {
  console.log(
    `There are no pairs at ${FILE}: nothing is measured. JSON Lines with lang, pair, label and text go there.`,
  );
  process.exit(0);
}
const results: Result[] = [];
for (const [language, pairs] of readPairs(FILE)) {
  const tag = TAGS[language] ?? language;
  const folder = join(ROOT, "locales", tag);
  if (!existsSync(join(folder, "models/register.json"))) continue;
  results.push(...languageResults(language, { tag, folder, pairs }));
}
report("register", results);

interface Place {
  readonly tag: string;
  readonly folder: string;
  readonly pairs: readonly Pair[];
}

function languageResults(language: string, { tag, folder, pairs }: Place): Result[] {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const list = parseWordlist(json("lexicons/register.json"), tag);
  const known = knownOf(tag, list);
  const texts = textsOf(pairs, known.reader, FOLDS);
  const ours = tallyOf(crossValidate([...texts, ...readCare(CARE, language, known.reader)], known));
  const data = { [tag]: parseRegister(tag, list, json("models/register.json")) };
  const judged = texts.filter(({ label }) => label !== "neutral");
  return [
    {
      subject: "parley",
      language: tag,
      ...figures(ours),
      kept: percent(ours.kept),
      us280: time(judged, (text) => registerOf(text, tag, data)),
    },
    {
      subject: "pronoun patterns only",
      language: tag,
      ...figures(tallyOf(judged.map((text) => [text, byPronouns(text.text, language)]))),
    },
    { subject: "n-gram classifier only", language: tag, ...figures(tallyOf(ngramVerdicts(judged, FOLDS))) },
  ];
}

function byPronouns(
  text: string,
  language: string,
): { register: "formal" | "informal" | "neutral"; evidence: [] } {
  const patterns = PRONOUNS[language];
  const formal = patterns?.formal.test(text) ?? false;
  const informal = patterns?.informal.test(text) ?? false;
  return { register: formal === informal ? "neutral" : formal ? "formal" : "informal", evidence: [] };
}

function percent(share: number): number {
  return Number((100 * share).toFixed(2));
}

function figures({ right, wrong, undecided }: Tally) {
  return {
    right: percent(right),
    wrong: percent(wrong),
    undecided: percent(undecided),
  };
}

/** Median microseconds for 280 characters of the language. */
function time(texts: readonly Text[], run: (text: string) => unknown): number {
  const all = texts.map(({ text }) => text).join(" ");
  const samples: number[] = [];
  for (let round = 0; round < 4000; round += 1) {
    const at = (round * 97) % Math.max(1, all.length - 280);
    const text = all.slice(at, at + 280);
    const start = performance.now();
    run(text);
    if (round >= 2000) samples.push(1000 * (performance.now() - start));
  }
  return Number(percentile(samples, 0.5).toFixed(1));
}
