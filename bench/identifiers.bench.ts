// How many identifiers are found, and how many look-alikes are taken for one, beside four packages that redact.
// `--entities` adds a row for each entity to the table; the JSON line always has them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sanitizePii } from "@cdssnc/sanitize-pii";
import { removePII } from "@coffeeandfun/remove-pii";
import { OpenRedaction } from "@openredaction/core";
import { SyncRedactor } from "redact-pii";
import { findIdentifiers, type IdentifierLexicon, mergeWords } from "../libs/shared/dist/identifier/index.js";
import { type Result, report } from "./report.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IDENTIFIERS = join(ROOT, "../shared/data/pii.dev.jsonl");
const THREADS = join(ROOT, "../shared/data/care-threads.jsonl");

/** One line of the labelled set. Without places the whole text is meant. */
interface Row {
  readonly text: string;
  readonly entity: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly valid: boolean;
  readonly kind: string;
}

/** What a subject made of a text: stretches, or the text without what it found. */
interface Answer {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly redacted: string;
}
interface Subject {
  readonly name: string;
  readonly read: (text: string, entity: string) => Answer | Promise<Answer>;
}

const lines = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const lexicons = readdirSync(join(ROOT, "locales"))
  .map((tag) => [tag, join(ROOT, "locales", tag, "lexicons/identifier.json")] as const)
  .filter(([, path]) => existsSync(path))
  .map(([tag, path]): [string, IdentifierLexicon] => [tag, JSON.parse(readFileSync(path, "utf8"))]);
const words = mergeWords(Object.fromEntries(lexicons));

/** The countries whose numbers are put into sentences. */
const COUNTRIES = "BR CN DE ES FR GB IT JP KR NL PL PT SE TR US".split(" ");
const ownCountry = (entity: string): readonly string[] => {
  const country = /^([A-Z]{2})_/.exec(entity)?.[1]?.replace("UK", "GB");
  return country === undefined ? COUNTRIES : [country];
};
const byParley = (text: string, countries: readonly string[]): Answer => ({
  spans: findIdentifiers(text, { countries, words }),
  redacted: text,
});

const redactor = new SyncRedactor();
const openRedaction = new OpenRedaction();
const withoutNames = new OpenRedaction({ includeNames: false });
const redactedOnly = (redacted: string): Answer => ({ spans: [], redacted });

const subjects: readonly Subject[] = [
  { name: "parley", read: (text) => byParley(text, COUNTRIES) },
  { name: "parley, no countries named", read: (text) => byParley(text, []) },
  { name: "parley, each number's own country", read: (text, entity) => byParley(text, ownCountry(entity)) },
  { name: "redact-pii 3.4.0", read: (text) => redactedOnly(redactor.redact(text)) },
  {
    name: "@openredaction/core 1.1.5",
    read: async (text) => redactedOnly((await openRedaction.detect(text)).redacted),
  },
  {
    name: "@openredaction/core 1.1.5, names off",
    read: async (text) => redactedOnly((await withoutNames.detect(text)).redacted),
  },
  { name: "@coffeeandfun/remove-pii 3.0.1", read: (text) => redactedOnly(removePII(text)) },
  { name: "@cdssnc/sanitize-pii 2.1.1", read: (text) => redactedOnly(sanitizePii(text)) },
];

class Tally {
  found = 0;
  missed = 0;
  alarms = 0;
  quiet = 0;
  add(valid: boolean, fired: boolean): void {
    if (valid) this[fired ? "found" : "missed"] += 1;
    else this[fired ? "alarms" : "quiet"] += 1;
  }
  figures(): Record<string, number | string> {
    const percent = (part: number, whole: number): number | string =>
      whole === 0 ? "-" : Math.round((1000 * part) / whole) / 10;
    return {
      recall: percent(this.found, this.found + this.missed),
      alarms: percent(this.alarms, this.alarms + this.quiet),
      precision: percent(this.found, this.found + this.alarms),
      identifiers: this.found + this.missed,
      lookalikes: this.alarms + this.quiet,
    };
  }
}

/** Found when a stretch covers half of it or the redacted text does not have it any more, whatever it was called. */
function fires({ text, valid, start, end }: Row, { spans, redacted }: Answer): boolean {
  if (!valid || start === null || end === null) return spans.length > 0 || redacted !== text;
  const covered = spans.some(
    (span) => Math.min(span.end, end) - Math.max(span.start, start) >= (end - start) / 2,
  );
  return covered || !redacted.includes(text.slice(start, end));
}

/** Two halves by what the text is, so that what is tuned on one is seen on the other. */
const halfOf = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 0) % 2;

async function measure(subject: Subject, rows: readonly Row[]): Promise<readonly Result[]> {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const fired = fires(row, await subject.read(row.text, row.entity));
    const sets = [
      "all|all",
      `${row.kind}|all`,
      `${row.kind}, half ${halfOf(row.text) + 1}|all`,
      `all|${row.entity}`,
    ];
    for (const set of sets) {
      const tally = tallies.get(set) ?? new Tally();
      tallies.set(set, tally);
      tally.add(row.valid, fired);
    }
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([set, tally]) => {
      const [kind = "", entity = ""] = set.split("|");
      return { subject: subject.name, set: kind, entity, ...tally.figures() };
    });
}

/** Alarms for a thousand texts that should have none. */
async function measureClean(subject: Subject, set: string, texts: readonly string[]): Promise<Result> {
  let alarms = 0;
  for (const text of texts) {
    const { spans, redacted } = await subject.read(text, "");
    if (spans.length > 0 || redacted !== text) alarms += 1;
  }
  const perThousand = Math.round((100_000 * alarms) / texts.length) / 100;
  return { subject: subject.name, set, entity: "all", alarmsPerThousand: perThousand, texts: texts.length };
}

/** A text without links, addresses and handles: what a clean text may have. */
const plain = (text: string): string => text.replace(/https?:\s?\/\/\S+|\S+@\S+|@\w+/g, "");
const turns = (): readonly string[] =>
  lines(THREADS).flatMap((thread) =>
    (thread as { turns: readonly { text: string }[] }).turns.map(({ text }) => plain(text)),
  );

async function run(): Promise<readonly Result[]> {
  const rows = lines(IDENTIFIERS).map((row) => row as Row);
  const sentences = rows
    .filter(({ kind }) => kind === "composed")
    .map(({ text }) => plain(text.replace(/\s*\([^()]*\)$/, "")));
  const clean = existsSync(THREADS) ? turns() : [];
  const results: Result[] = [];
  for (const subject of subjects) {
    results.push(...(await measure(subject, rows)));
    results.push(await measureClean(subject, "clean sentences", sentences));
    if (clean.length > 0) results.push(await measureClean(subject, "clean threads", clean));
  }
  return results;
}

if (existsSync(IDENTIFIERS)) {
  const results = await run();
  const everything = process.argv.includes("--json") || process.argv.includes("--entities");
  report("identifiers", everything ? results : results.filter(({ entity }) => entity === "all"));
} else {
  process.stderr.write("There is nothing to measure on: ../shared/data/pii.dev.jsonl is missing.\n");
  report("identifiers", []);
}
