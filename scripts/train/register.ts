// `node scripts/train/register.ts FILE [TAG...]`: learns locales/<tag>/models/register.json from pairs of sentences and
// prints what cross-validation says of it. FILE: JSON Lines with lang, pair, label and text. The same file gives the same models.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseWordlist } from "../../libs/shared/src/register/parse-register.ts";
import { crossValidate, knownOf, learn, tallyOf } from "./register-model.ts";
import { readCare, readPairs, textsOf } from "./register-pairs.ts";

const LOCALES = join(import.meta.dirname, "../../locales");
const TAGS: Readonly<Record<string, string>> = { pt: "pt-PT" };
const FOLDS = 5;

const [file, ...wanted] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node scripts/train/register.ts FILE [TAG...]");
for (const [language, pairs] of readPairs(file)) {
  const tag = TAGS[language] ?? language;
  const lexicon = join(LOCALES, tag, "lexicons/register.json");
  if (wanted.length > 0 ? !wanted.includes(tag) : language === "vi") continue;
  const list = parseWordlist(JSON.parse(readFileSync(lexicon, "utf8")), tag);
  const known = knownOf(tag, list);
  const care = join(import.meta.dirname, "register-care.txt");
  const texts = [...textsOf(pairs, known.reader, FOLDS), ...readCare(care, language, known.reader)];
  const model = learn(texts, known);
  const { features, ...rest } = model;
  const lines = Object.entries(features).map(
    ([name, weights]) => `${JSON.stringify(name)}:${JSON.stringify(weights)}`,
  );
  const head = JSON.stringify(rest).slice(0, -1);
  mkdirSync(join(LOCALES, tag, "models"), { recursive: true });
  writeFileSync(
    join(LOCALES, tag, "models/register.json"),
    `${head},"features":{\n${lines.join(",\n")}\n}}\n`,
  );
  const { right, wrong, undecided, kept } = tallyOf(crossValidate(texts, known));
  const percent = (share: number): string => (100 * share).toFixed(2);
  console.log(
    `${tag} pairs ${pairs.length} features ${lines.length} band ${model.bands.informal} right ${percent(right)} wrong ${percent(wrong)} undecided ${percent(undecided)} kept ${percent(kept)}`,
  );
}
