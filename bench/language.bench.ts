// Which language texts are in: how many are right, how many a second, and how long loading takes, beside three packages.
// `--file FILE` names JSON Lines of {"text", "lang"}; without it the formal and informal sentences of the shared data
// are read when they are there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Result, report } from "./report.ts";

const FIFTEEN = "ar de en es fr it ja ko nl pl pt ru sv tr zh".split(" ");
const SHARED = join(fileURLToPath(new URL("..", import.meta.url)), "../shared/data/register.train.jsonl");

interface Row {
  readonly text: string;
  readonly lang: string;
}
type Identify = (text: string) => string;

const { values } = parseArgs({
  options: { file: { type: "string" }, json: { type: "boolean" } },
  strict: false,
});
const file = typeof values.file === "string" ? values.file : SHARED;
const rows = existsSync(file) ? readRows(file) : [];
if (rows.length === 0) process.stderr.write(`${file} is not there: no accuracy is measured\n`);

/** What care teams and customers write, one in each language, when there is no set to read. */
const TEXTS = [
  "Guten Tag, vielen Dank für Ihre Geduld – wir prüfen das und melden uns.",
  "Hi Ana, thanks for your patience. Your parcel left our depot today.",
  "Hola, Ana: lo revisamos ahora mismo y te avisamos por aquí.",
  "Bonjour, nous vérifions cela tout de suite.",
  "Olá, já estamos verificando o seu pedido.",
  "お問い合わせありがとうございます。ただいま確認しております。",
  "您好，我们正在核实，请稍等。",
  "مرحبًا، نعتذر عن التأخير وسنرد عليك قريبًا.",
];

const subjects: Readonly<Record<string, () => Promise<Identify>>> = {
  parley: async () => {
    const { loadIdentifier } = await import("../libs/shared/dist/language/index.js");
    const { identify } = await loadIdentifier();
    return (text) => identify(text, { among: FIFTEEN }).tag;
  },
  "franc-min": async () => {
    const { franc } = await import("franc-min");
    const codes = new Map(
      "arb deu eng spa fra ita jpn kor nld pol por rus swe tur cmn"
        .split(" ")
        .map((code, index) => [code, FIFTEEN[index] ?? ""]),
    );
    const only = [...codes.keys()];
    return (text) => codes.get(franc(text, { only })) ?? "";
  },
  tinyld: async () => {
    const { detect } = await import("tinyld");
    return (text) => detect(text, { only: FIFTEEN });
  },
  "eld/extrasmall": async () => {
    const { eld } = await import("eld/extrasmall");
    eld.setLanguageSubset(FIFTEEN);
    return (text) => eld.detect(text).language;
  },
};

const results: Result[] = [];
for (const [subject, load] of Object.entries(subjects)) {
  const began = performance.now();
  const identify = await load();
  identify("Where is my parcel?");
  const load_ms = Math.round(performance.now() - began);
  results.push({ subject, load_ms, texts_per_s: speed(identify), ...accuracy(identify) });
}
report("language", results);

function readRows(path: string): readonly Row[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
    .filter(({ lang }) => FIFTEEN.includes(lang));
}

function speed(identify: Identify): number {
  const texts = rows.length > 0 ? rows.slice(0, 2000).map(({ text }) => text) : TEXTS;
  const rounds = Math.ceil(4000 / texts.length);
  for (const text of texts) identify(text);
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const text of texts) identify(text);
  return Math.round((rounds * texts.length * 1000) / (performance.now() - began));
}

/** The share right of each language, and their mean: languages count alike, however many texts each has. */
function accuracy(identify: Identify): Record<string, number> {
  const all = new Map<string, number>();
  const right = new Map<string, number>();
  for (const { text, lang } of rows) {
    all.set(lang, (all.get(lang) ?? 0) + 1);
    if (identify(text) === lang) right.set(lang, (right.get(lang) ?? 0) + 1);
  }
  const shares = [...all]
    .sort()
    .map(([lang, count]) => [lang, percent((right.get(lang) ?? 0) / count)] as const);
  if (shares.length === 0) return {};
  const mean = shares.reduce((sum, [, share]) => sum + share, 0) / shares.length;
  return { texts: rows.length, mean_right: Number(mean.toFixed(2)), ...Object.fromEntries(shares) };
}

function percent(share: number): number {
  return Number((100 * share).toFixed(2));
}
